import { readFile } from 'node:fs/promises'
import type { ReadText } from './fill-in.ts'

/** A sample or part written by hand comes before a generated one of the same name. */
const folders = [new URL('../', import.meta.url), new URL('../generated/', import.meta.url)]

export const readText: ReadText = async (path) => {
  for (const folder of folders) {
    const text = await readFile(new URL(path, folder), 'utf8').catch(() => undefined)
    if (text !== undefined) return text
  }
  throw new Error(
    `a page names the file "${path}", which is neither in src/ nor in src/generated/. Expected a path such as "samples/whois.ts".`,
  )
}
