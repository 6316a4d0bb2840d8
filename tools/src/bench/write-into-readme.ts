import { readFile, writeFile } from 'node:fs/promises'

const markers = /(<!-- bench:start -->\n).*?(<!-- bench:end -->)/s

/** Puts what a bench measured between the markers of a page, in place of what stood there. */
export async function writeIntoReadme(file: string, measured: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  if (!markers.test(text))
    throw new Error(`${file}: expected "<!-- bench:start -->" and "<!-- bench:end -->"`)
  await writeFile(
    file,
    text.replace(markers, (_, start: string, end: string) => `${start}\n${measured}\n${end}`),
  )
}
