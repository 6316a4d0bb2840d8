import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Files } from './files.ts'

/** Lists what belongs into a folder. A build cache that brings files back brings this one too. */
const listOfFiles = 'generated-files.json'

/**
 * Makes `folder` hold exactly these files, and a list of them. One whose text is the same is left alone, so that watchers
 * see only what changed; one that is no longer generated is removed.
 */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  await mkdir(folder, { recursive: true })
  const list = `${JSON.stringify([...files.keys()].sort(), null, 2)}\n`
  const all = [...files, [listOfFiles, list] as const]
  await Promise.all(all.map(([file, text]) => writeIfChanged(path.join(folder, file), text)))
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

async function writeIfChanged(file: string, text: string): Promise<void> {
  const current = await readFile(file, 'utf8').catch(() => undefined)
  if (current === text) return
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, text)
}
