import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { unpackTar } from 'modern-tar'

/** What a tarball holds: the text of each file, by its path in the package. */
export type Content = ReadonlyMap<string, string>

/** Reads a tarball. Files that are no text come as one character for each byte. */
export async function readTarball(file: string): Promise<Content> {
  const entries = await unpackTar(await promisify(gunzip)(await readFile(file)))
  const files = entries.flatMap(({ header, data }): [string, string][] =>
    data === undefined ? [] : [[header.name.replace(/^package\//, ''), Buffer.from(data).toString('latin1')]],
  )
  return new Map(files)
}

/** The package.json of a tarball. */
export interface PackedManifest {
  readonly name: string
  readonly version: string
  readonly exports?: Readonly<Record<string, unknown>>
  readonly bin?: Readonly<Record<string, string>>
  readonly engines?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
}

export function manifestIn(content: Content): PackedManifest {
  return JSON.parse(content.get('package.json') ?? '{}')
}
