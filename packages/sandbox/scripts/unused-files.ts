import { readdir, readFile } from 'node:fs/promises'

/**
 * What PostgreSQL opens only to make a database, to load an extension, to convert from other encodings, to search texts by language or
 * to replicate. A sandbox does none of these.
 */
const unused = [
  /^\/pglite\/lib\/postgresql\/(?!plpgsql\.so$)/,
  /^\/pglite\/share\/postgresql\/(?:[^/]*\.(?:bki|sql|sample|txt)$|extension\/|tsearch_data\/)/,
  /^\/pglite\/share\/postgresql\/timezone\/(?!(?:UTC|GMT|Etc\/UTC|Etc\/GMT)$)/,
  /^\/pglite\/icu\//,
  /^\/pglite\/bin\/(?:initdb|pg_dump)$/,
]

/** The file system that PGlite brings, with zeros in place of files that nobody opens: they take no room when it is packed. */
export async function withoutUnused(pglite: URL): Promise<Uint8Array> {
  const files = await readFile(new URL('pglite.data', pglite))
  const entries = await readTable(pglite)
  if (entries.length < 100)
    throw new Error(
      `PGlite has ${entries.length} files in its table. Expected several hundred: look how it writes them now.`,
    )
  for (const { name, start, end } of entries) {
    if (unused.some((pattern) => pattern.test(name))) files.fill(0, start, end)
  }
  return files
}

/** Emscripten writes where each file begins and ends into the module that loads them. */
async function readTable(pglite: URL) {
  const names = (await readdir(pglite)).filter((name) => /^chunk-\w+\.js$/.test(name))
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, pglite), 'utf8')))
  return texts.flatMap((text) =>
    [...text.matchAll(/filename:"([^"]*)",start:([\d.e]+),end:([\d.e]+)/g)].map(
      ([, name = '', start, end]) => ({ name, start: Number(start), end: Number(end) }),
    ),
  )
}
