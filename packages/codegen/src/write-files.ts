import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Files } from './files.ts'

/**
 * Makes `folder` hold exactly these files. One whose text is the same is left alone, so that watchers see only what
 * changed; one that is no longer generated is removed.
 */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  await mkdir(folder, { recursive: true })
  const kept = new Set([...files.keys()].map((file) => path.normalize(file)))
  const present = await readdir(folder, { recursive: true, withFileTypes: true })
  const stale = present
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !kept.has(path.relative(folder, file)))
  await Promise.all(stale.map((file) => rm(file)))
  await Promise.all([...files].map(([file, text]) => writeIfChanged(path.join(folder, file), text)))
}

async function writeIfChanged(file: string, text: string): Promise<void> {
  const current = await readFile(file, 'utf8').catch(() => undefined)
  if (current === text) return
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, text)
}
