import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { rename } from './rename.ts'

const files = {
  'spec/paths/tokens_list.yaml':
    'get:\n  operationId: listBooks\n  schema: { $ref: ../components/schemas/ShortBook.yaml }\n',
  'spec/paths/tokens_count.yaml': 'get:\n  operationId: countBooks\n',
  'spec/components/schemas/ShortBook.yaml': 'type: object\n',
  'packages/sandbox/src/operations/listBooks.ts': 'export const listBooks = () => []\n',
  'packages/sandbox/src/operations/listBooks.test.ts': "import { listBooks } from './listBooks.ts'\n",
  '.changeset/first.md': '`listBooks` is new.\n',
}

let root: string

const git = (...words: string[]) => execFileSync('git', words, { cwd: root, stdio: 'pipe' })
const read = (file: string) => readFile(path.join(root, file), 'utf8')
const renameOperation = (from: string, to: string) => rename(root, { kind: 'operation', from, to })

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'rename-'))
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true })
    await writeFile(path.join(root, file), text)
  }
  git('init', '--quiet')
  git('add', '.')
  git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'commit', '--quiet', '--message', 'first')
})

afterEach(() => rm(root, { recursive: true }))

test('renames an operation in texts and in names of files', async () => {
  const { files: changed } = await renameOperation('listBooks', 'listVolumes')
  expect(changed).toEqual([
    'packages/sandbox/src/operations/listVolumes.test.ts',
    'packages/sandbox/src/operations/listVolumes.ts',
    'spec/paths/tokens_list.yaml',
  ])
  expect(await read('spec/paths/tokens_list.yaml')).toContain('operationId: listVolumes')
  expect(await read('packages/sandbox/src/operations/listVolumes.test.ts')).toBe(
    "import { listVolumes } from './listVolumes.ts'\n",
  )
  expect(existsSync(path.join(root, 'packages/sandbox/src/operations/listBooks.ts'))).toBe(false)
})

test('renames a schema with its file', async () => {
  await rename(root, { kind: 'schema', from: 'ShortBook', to: 'BookPreview' })
  expect(await read('spec/components/schemas/BookPreview.yaml')).toBe('type: object\n')
  expect(await read('spec/paths/tokens_list.yaml')).toContain('schemas/BookPreview.yaml')
})

test('leaves what was true when it was written', async () => {
  await renameOperation('listBooks', 'listVolumes')
  expect(await read('.changeset/first.md')).toBe('`listBooks` is new.\n')
})

test.each([
  [
    'a name that is not there',
    'listBoks',
    'listAll',
    'The document has no operation "listBoks". It has countBooks, listBooks.',
  ],
  ['a name that is taken', 'listBooks', 'countBooks', 'has an operation "countBooks" already'],
])('refuses %s, and changes nothing', async (_case, from, to, message) => {
  await expect(renameOperation(from, to)).rejects.toThrow(message)
  expect(git('status', '--porcelain').toString()).toBe('')
})

test('refuses to change a file that has changes of its own', async () => {
  await writeFile(
    path.join(root, 'spec/paths/tokens_list.yaml'),
    `${files['spec/paths/tokens_list.yaml']}# more\n`,
  )
  await expect(renameOperation('listBooks', 'listVolumes')).rejects.toThrow(
    'Commit or undo the changes of spec/paths/tokens_list.yaml first',
  )
  expect(existsSync(path.join(root, 'packages/sandbox/src/operations/listBooks.ts'))).toBe(true)
})
