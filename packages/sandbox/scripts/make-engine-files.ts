import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { withoutUnused } from './unused-files.ts'

// Makes the files of PGlite that the worker loads: packed, and without what a sandbox never opens.
const pglite = new URL('../node_modules/@electric-sql/pglite/dist/', import.meta.url)
const folder = new URL('../dist/worker/', import.meta.url)

await mkdir(folder, { recursive: true })
await writeFile(new URL('engine.bin', folder), await pack(await readFile(new URL('pglite.wasm', pglite))))
await writeFile(new URL('system.bin', folder), await pack(await withoutUnused(pglite)))

function pack(file: Uint8Array): Promise<Buffer> {
  return promisify(gzip)(file, { level: 9 })
}
