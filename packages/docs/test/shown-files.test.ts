import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const sources = path.join(import.meta.dirname, '../src')
const names = (await readdir(path.join(sources, 'guides'))).filter((name) => name.endsWith('.md'))

/** The files that a reader of a guide makes, because they have a name there: absolute. */
async function madeFiles(guide: string): Promise<string[]> {
  const text = await readFile(path.join(sources, 'guides', guide), 'utf8')
  return [...text.matchAll(/^```\w+ file="([^"]+)" title=/gm)].map(([, file = '']) =>
    path.resolve(sources, file),
  )
}

/** What a file imports from beside it: absolute, without an ending. */
async function importsOf(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8')
  return [...text.matchAll(/(?:from|import|import\(|require\()\s*'(\.[^']*)'/g)].map(([, name = '']) =>
    withoutEnding(path.resolve(path.dirname(file), name)),
  )
}

const withoutEnding = (file: string) => file.replace(/\.\w+$/, '')

describe('a guide shows', () => {
  it.each(names)('each file that those of %s import', async (guide) => {
    const files = await madeFiles(guide)
    const imported = (await Promise.all(files.map(importsOf))).flat()

    expect(files.map(withoutEnding)).toEqual(expect.arrayContaining(imported))
  })

  it('all of the application for Next', async () => {
    const example = path.resolve(sources, '../../../examples/next')
    const files = (await readdir(path.join(example, 'app'))).map((name) => path.join(example, 'app', name))

    expect(await madeFiles('next.md')).toEqual(
      expect.arrayContaining([...files, path.join(example, 'next.config.ts')]),
    )
  })
})
