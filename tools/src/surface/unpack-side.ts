import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Content } from '../packages/read-tarball.ts'
import type { Side } from './open-packages.ts'

/** Unpacks tarballs into a folder as npm would install them, without what they depend on. */
export async function unpackSide(folder: string, packages: ReadonlyMap<string, Content>): Promise<Side> {
  for (const [name, content] of packages)
    for (const [file, text] of content) {
      if (!/\.(?:[cm]?tsx?|json)$/.test(file)) continue
      const target = path.join(folder, 'node_modules/@windmill-user-api', name, file)
      await mkdir(path.dirname(target), { recursive: true })
      await writeFile(target, Buffer.from(text, 'latin1'))
    }
  return folder
}
