import { readFile, writeFile } from 'node:fs/promises'

/** Puts what a bench measured between the markers of a page, in place of what stood there. A page may have several, by name. */
export async function writeIntoReadme(file: string, measured: string, name = 'bench'): Promise<void> {
  const text = await readFile(file, 'utf8')
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`]
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${file}: expected "${start}" and "${end}"`)
  await writeFile(file, `${text.slice(0, from)}${start}\n\n${measured}\n${text.slice(to)}`)
}
