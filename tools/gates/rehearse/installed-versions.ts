import { existsSync } from 'node:fs'
import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import { manifestIn } from '../../src/packages/read-tarball.ts'

/**
 * Which versions of these packages a project has: what itself finds, and what each of the packages finds, as Node looks for them. One each
 * where they share a copy.
 */
export async function installedVersions(
  project: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const copies = new Map(names.map((name): [string, Set<string>] => [name, new Set()]))
  for (const name of names) {
    const folder = await find(name, project)
    copies.get(name)?.add(folder)
    const { dependencies, peerDependencies } = await manifestOf(folder)
    for (const needed of Object.keys({ ...dependencies, ...peerDependencies }))
      copies.get(needed)?.add(await find(needed, folder))
  }
  const versions = [...copies].map(
    async ([name, folders]) =>
      [
        name,
        await Promise.all([...folders].map(async (folder) => (await manifestOf(folder)).version)),
      ] as const,
  )
  return new Map(await Promise.all(versions))
}

async function find(name: string, from: string): Promise<string> {
  const place = path.join(from, 'node_modules', name)
  if (existsSync(place)) return realpath(place)
  const parent = path.dirname(from)
  if (parent === from) throw new Error(`${name} is not installed.`)
  return find(name, parent)
}

async function manifestOf(folder: string) {
  return manifestIn(new Map([['package.json', await readFile(path.join(folder, 'package.json'), 'utf8')]]))
}
