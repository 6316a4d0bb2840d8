import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Files } from './files.ts'

/** Lists what belongs into a folder. A build cache that brings files back brings this one too. */
const listOfFiles = 'generated-files.json'

/**
 * Makes `folder` hold exactly these files, and a list of them. One whose text is the same is left alone, so that watchers
 * see only what changed; one that is no longer generated is removed. Where a file cannot be written, the folder stays as it was: all
 * are written beside it first, and then moved.
 */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  const parent = path.dirname(path.resolve(folder))
  await mkdir(parent, { recursive: true })
  const beside = await mkdtemp(path.join(parent, '.generated-'))
  try {
    const list = `${JSON.stringify([...files.keys()].sort(), null, 2)}\n`
    const all = [...files, [listOfFiles, list] as const]
    const changed: string[] = []
    for (const file of all) changed.push(...(await writeIfChanged(folder, beside, file)))
    for (const file of changed) await move(path.join(beside, file), path.join(folder, file))
  } finally {
    await rm(beside, { recursive: true })
  }
  await removeUnlistedFiles(folder)
}

/**
 * Removes what the folder's own list does not name. A build cache adds files and takes none away: after an operation was
 * removed, what had been generated for it would stay.
 */
export async function removeUnlistedFiles(folder: string): Promise<void> {
  const listed: string[] = JSON.parse(await readFile(path.join(folder, listOfFiles), 'utf8'))
  const kept = new Set([listOfFiles, ...listed].map((file) => path.join(folder, file)))
  const present = await readdir(folder, { recursive: true, withFileTypes: true })
  const stale = present
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !kept.has(file))
  await Promise.all(stale.map((file) => rm(file)))
}

/** Writes a file beside the folder that has another text there, and names it. */
async function writeIfChanged(
  folder: string,
  beside: string,
  [file, text]: readonly [file: string, text: string],
): Promise<string[]> {
  const current = await readFile(path.join(folder, file), 'utf8').catch(() => undefined)
  if (current === text) return []
  const written = path.join(beside, file)
  await mkdir(path.dirname(written), { recursive: true })
  await writeFile(written, text)
  return [file]
}

async function move(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true })
  await rename(from, to)
}
