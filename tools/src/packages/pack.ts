import { execFile } from 'node:child_process'
import { readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { packTar, unpackTar } from 'modern-tar'
import { withAbsoluteLinks } from './absolute-links.ts'
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

/** Packs every published package just as a release would, into `folder`: of this checkout, or of another that is built. */
export async function packAll(folder: string, root?: string): Promise<Tarball[]> {
  return Promise.all(listPublishedPackages(root).map((published) => pack(published, folder)))
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
  await finishReadme(file)
  return { name, version, file, size: (await stat(file)).size }
}

/** The README of a package whose repository is known gets links that work on npm. */
async function finishReadme(file: string): Promise<void> {
  const entries = await unpackTar(await promisify(gunzip)(await readFile(file)))
  const textOf = (name: string) =>
    new TextDecoder().decode(entries.find(({ header }) => header.name === `package/${name}`)?.data)
  const { name, version, repository } = JSON.parse(textOf('package.json'))
  if (repository === undefined) return
  const readme = new TextEncoder().encode(
    withAbsoluteLinks(textOf('README.md'), repository, `${name}@${version}`),
  )
  const finished = entries.map(({ header, data }) =>
    header.name === 'package/README.md'
      ? { header: { ...header, size: readme.byteLength }, data: readme }
      : { header, ...(data && { data }) },
  )
  await writeFile(file, await promisify(gzip)(await packTar(finished), { level: 9 }))
}
