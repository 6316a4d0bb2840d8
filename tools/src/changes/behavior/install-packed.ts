import { mkdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Content, manifestIn } from '../../packages/read-tarball.ts'
import { repository } from '../../repository.ts'

const scope = '@windmill-user-api'

/**
 * Unpacks a package with the neighbours of its release. Everything else it takes from the dependencies of this checkout.
 *
 * @returns the folder of the package.
 */
export async function installPacked(
  folder: string,
  name: string,
  release: ReadonlyMap<string, Content>,
): Promise<string> {
  const content = release.get(name) ?? new Map()
  const { dependencies, peerDependencies } = manifestIn(content)
  const modules = path.join(folder, name, 'node_modules')
  await unpack(path.join(modules, scope, name), content)
  for (const needed of Object.keys({ ...dependencies, ...peerDependencies })) {
    const place = path.join(modules, needed)
    await mkdir(path.dirname(place), { recursive: true })
    if (needed.startsWith(scope)) await unpack(place, release.get(path.basename(needed)) ?? new Map())
    else await symlink(path.join(repository, 'packages', name, 'node_modules', needed), place)
  }
  return path.join(modules, scope, name)
}

async function unpack(place: string, content: Content): Promise<void> {
  for (const [file, text] of content) {
    const target = path.join(place, file)
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, Buffer.from(text, 'latin1'))
  }
}
