import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { removeUnlistedFiles, writeFiles } from './write-files.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'write-files-'))
})

afterEach(() => rm(folder, { recursive: true }))

test('fills a folder, subfolders included', async () => {
  await writeFiles(folder, new Map([['pages/whoami.md', '# whoami\n']]))
  expect(await readFile(path.join(folder, 'pages/whoami.md'), 'utf8')).toBe('# whoami\n')
})

test('removes a file that is no longer generated', async () => {
  await writeFiles(
    folder,
    new Map([
      ['old.ts', ''],
      ['kept.ts', ''],
    ]),
  )
  await writeFiles(folder, new Map([['kept.ts', '']]))
  expect((await readdir(folder)).sort()).toEqual(['generated-files.json', 'kept.ts'])
})

test('leaves a file alone whose text is the same', async () => {
  const file = path.join(folder, 'same.ts')
  await writeFiles(folder, new Map([['same.ts', 'text']]))
  await utimes(file, 1, 1)
  await writeFiles(folder, new Map([['same.ts', 'text']]))
  expect((await stat(file)).mtimeMs).toBe(1000)
})

test('removes what a cache left behind, by the list that it brought back', async () => {
  await writeFiles(folder, new Map([['pages/kept.md', '']]))
  await writeFile(path.join(folder, 'pages/left.md'), '')
  await removeUnlistedFiles(folder)
  expect(await readdir(path.join(folder, 'pages'))).toEqual(['kept.md'])
})

test('leaves the folder as it was where a file cannot be written', async () => {
  await writeFiles(folder, new Map([['a.ts', 'old']]))
  const tooLong = `${'x'.repeat(300)}.ts`
  const files = new Map([
    ['a.ts', 'new'],
    [tooLong, ''],
  ])
  await expect(writeFiles(folder, files)).rejects.toThrow('ENAMETOOLONG')
  expect(await readFile(path.join(folder, 'a.ts'), 'utf8')).toBe('old')
  expect(await readdir(folder)).toEqual(['a.ts', 'generated-files.json'])
})
