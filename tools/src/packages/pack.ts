import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { listPublishedPackages, type Manifest, type Package } from './published.ts'

const run = promisify(execFile)

export interface Tarball {
  readonly name: string
  readonly version: string
  /** The `.tgz`, absolute. */
  readonly file: string
  /** Size of the `.tgz`, in bytes. */
  readonly size: number
}

/** Packs every published package just as a release would, into `folder`. */
export async function packAll(folder: string): Promise<Tarball[]> {
  return Promise.all(listPublishedPackages().map((published) => pack(published, folder)))
}

/** Packs the published packages of these names, without their scope. */
export async function packOnly(names: readonly string[], folder: string): Promise<Tarball[]> {
  const wanted = listPublishedPackages().filter(({ manifest }) => names.includes(unscoped(manifest)))
  if (wanted.length !== names.length) throw new Error(`expected published packages, got ${names.join(', ')}`)
  return Promise.all(wanted.map((published) => pack(published, folder)))
}

function unscoped({ name }: Manifest): string {
  return name.replace(/^.*\//, '')
}

async function pack({ folder, manifest }: Package, destination: string): Promise<Tarball> {
  const { name, version } = manifest
  await run('pnpm', ['pack', '--pack-destination', destination], { cwd: folder })
  const file = path.join(destination, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`)
  return { name, version, file, size: (await stat(file)).size }
}
