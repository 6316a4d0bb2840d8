import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Tarball } from './pack.ts'

const run = promisify(execFile)

/**
 * The same package as another version, which accepts what a release of that version would: a packed `^0.0.0` becomes the range of the
 * version's 0.x line.
 *
 * @example
 * const next = await repack(tarball, '0.3.2', folder)
 */
export async function repack(tarball: Tarball, version: string, folder: string): Promise<Tarball> {
  const unpacked = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-repack-'))
  await run('tar', ['-xzf', tarball.file, '-C', unpacked])
  const file = path.join(unpacked, 'package/package.json')
  const manifest = await readFile(file, 'utf8')
  const [major, minor] = version.split('.')
  await writeFile(
    file,
    manifest
      .replace(`"version": "${tarball.version}"`, `"version": "${version}"`)
      .replaceAll(/("@windmill-user-api\/[\w-]+": )"\^\d+\.\d+\.0"/g, `$1"^${major}.${minor}.0"`),
  )
  const packed = path.join(folder, `${path.basename(tarball.file, `-${tarball.version}.tgz`)}-${version}.tgz`)
  await run('tar', ['-czf', packed, '-C', unpacked, 'package'])
  await rm(unpacked, { recursive: true })
  return { name: tarball.name, version, file: packed, size: (await stat(packed)).size }
}
