import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

const functions = /static (\w+)\([^)]*\) \{[^}]*?method: ['"](\w+)['"],\s*url: ['"]([^'"]+)['"]/g

/** The functions of a version of the official client by name, each with its route, such as `POST /auth/login`. */
export async function readOfficialRoutes(folder: string): Promise<ReadonlyMap<string, string>> {
  const file = (await readdir(path.join(folder, 'dist'))).find((name) => /^services\.gen\.m?js$/.test(name))
  if (!file) throw new Error(`${folder} has no dist/services.gen.js. Expected a version of windmill-client.`)
  const code = await readFile(path.join(folder, 'dist', file), 'utf8')
  return new Map(
    [...code.matchAll(functions)].map(([, name = '', method, url]) => [name, `${method} ${url}`]),
  )
}
