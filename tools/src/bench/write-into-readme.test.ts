import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeIntoReadme } from './write-into-readme.ts'

let folder: string
let page: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-bench-'))
  page = path.join(folder, 'README.md')
})
afterEach(() => rm(folder, { recursive: true }))

test('what was measured replaces what stood between the markers, and nothing else', async () => {
  await writeFile(page, 'before\n<!-- bench:start -->\nold\n<!-- bench:end -->\nafter\n')

  await writeIntoReadme(page, '| $& | 1 |\n')
  await writeIntoReadme(page, '| $& | 2 |\n')

  expect(await readFile(page, 'utf8')).toBe(
    'before\n<!-- bench:start -->\n\n| $& | 2 |\n\n<!-- bench:end -->\nafter\n',
  )
})

test('a page without markers is told of, and left alone', async () => {
  await writeFile(page, 'before\n')

  await expect(writeIntoReadme(page, 'new')).rejects.toThrow('expected "<!-- bench:start -->"')
  expect(await readFile(page, 'utf8')).toBe('before\n')
})
