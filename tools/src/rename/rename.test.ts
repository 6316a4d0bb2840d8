import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { rename } from './rename.ts'

const files = {
  'spec/paths/tokens_list.yaml':
    'get:\n  operationId: listTokens\n  schema: { $ref: ../components/schemas/TruncatedToken.yaml }\n',
  'spec/paths/tokens_count.yaml': 'get:\n  operationId: countTokens\n',
  'spec/components/schemas/TruncatedToken.yaml': 'type: object\n',
  'packages/sandbox/src/operations/listTokens.ts': 'export const listTokens = () => []\n',
  'packages/sandbox/src/operations/listTokens.test.ts': "import { listTokens } from './listTokens.ts'\n",
  '.changeset/first.md': '`listTokens` is new.\n',
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
  const { files: changed } = await renameOperation('listTokens', 'listAccessTokens')
  expect(changed).toEqual([
    'packages/sandbox/src/operations/listAccessTokens.test.ts',
    'packages/sandbox/src/operations/listAccessTokens.ts',
    'spec/paths/tokens_list.yaml',
  ])
  expect(await read('spec/paths/tokens_list.yaml')).toContain('operationId: listAccessTokens')
  expect(await read('packages/sandbox/src/operations/listAccessTokens.test.ts')).toBe(
    "import { listAccessTokens } from './listAccessTokens.ts'\n",
  )
  expect(existsSync(path.join(root, 'packages/sandbox/src/operations/listTokens.ts'))).toBe(false)
})

test('renames a schema with its file', async () => {
  await rename(root, { kind: 'schema', from: 'TruncatedToken', to: 'TokenPreview' })
  expect(await read('spec/components/schemas/TokenPreview.yaml')).toBe('type: object\n')
  expect(await read('spec/paths/tokens_list.yaml')).toContain('schemas/TokenPreview.yaml')
})

test('leaves what was true when it was written', async () => {
  await renameOperation('listTokens', 'listAccessTokens')
  expect(await read('.changeset/first.md')).toBe('`listTokens` is new.\n')
})

test.each([
  [
    'a name that is not there',
    'listTokns',
    'listAll',
    'The document has no operation "listTokns". It has countTokens, listTokens.',
  ],
  ['a name that is taken', 'listTokens', 'countTokens', 'has an operation "countTokens" already'],
])('refuses %s, and changes nothing', async (_case, from, to, message) => {
  await expect(renameOperation(from, to)).rejects.toThrow(message)
  expect(git('status', '--porcelain').toString()).toBe('')
})

test('refuses to change a file that has changes of its own', async () => {
  await writeFile(
    path.join(root, 'spec/paths/tokens_list.yaml'),
    `${files['spec/paths/tokens_list.yaml']}# more\n`,
  )
  await expect(renameOperation('listTokens', 'listAccessTokens')).rejects.toThrow(
    'Commit or undo the changes of spec/paths/tokens_list.yaml first',
  )
  expect(existsSync(path.join(root, 'packages/sandbox/src/operations/listTokens.ts'))).toBe(true)
})
