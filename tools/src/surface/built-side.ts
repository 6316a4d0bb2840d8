import { cp, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Package } from '../packages/published.ts'
import type { Side } from './open-packages.ts'

/** Copies the types of packages as they are built, under the manifests that they are published with. */
export async function builtSide(folder: string, packages: readonly Package[]): Promise<Side> {
  for (const { folder: place, manifest } of packages) {
    const target = path.join(folder, 'node_modules', manifest.name)
    await mkdir(target, { recursive: true })
    const isType = (file: string) => !/\.\w+$/.test(file) || /\.d\.[cm]?ts$/.test(file)
    for (const part of ['dist', 'src'])
      await cp(path.join(place, part), path.join(target, part), { recursive: true, filter: isType }).catch(
        ignoreMissing,
      )
    const published = { ...manifest, ...(manifest['publishConfig'] as object) }
    await writeFile(path.join(target, 'package.json'), JSON.stringify(published))
  }
  return folder
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
