import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { explainFailure, readDocumentFile } from './reading.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-reading-'))
})

afterAll(() => rm(folder, { recursive: true }))

async function read(files: Readonly<Record<string, string>>): Promise<unknown> {
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text)
  return readDocumentFile(path.join(folder, Object.keys(files)[0] ?? ''))
}

test('reads YAML and JSON', async () => {
  expect(await read({ 'a.yaml': 'openapi: 3.1.1' })).toEqual({ openapi: '3.1.1' })
  expect(await read({ 'a.json': '{ "openapi": "3.1.1" }' })).toEqual({ openapi: '3.1.1' })
})

test('reads the files that it refers to', async () => {
  const files = {
    'openapi.yaml': 'openapi: 3.1.1\ninfo: { title: t, version: "1" }\npaths: { /a: { $ref: "a.yaml" } }',
    'a.yaml': 'get: { operationId: getA, responses: { "204": { description: done } } }',
  }
  expect(await read(files)).toMatchObject({ paths: { '/a': { get: { operationId: 'getA' } } } })
})

test('says what does not parse', async () => {
  await expect(read({ 'a.json': '{ "openapi": ' })).rejects.toThrow(/a\.json does not parse/)
  await expect(read({ 'a.yaml': 'a: [' })).rejects.toThrow(/a\.yaml does not parse/)
})

const info = 'openapi: 3.1.1\ninfo: { title: t, version: "1" }'
const laughing = Array.from({ length: 9 }, (_, index) => {
  const before = index === 0 ? '"lol"' : `*a${index - 1}`
  return `a${index}: &a${index} [${Array.from({ length: 9 }, () => before).join(', ')}]`
}).join('\n')

test('stops at aliases that would take all memory, in each file that it refers to', async () => {
  await expect(read({ 'a.yaml': laughing })).rejects.toThrow(/Excessive alias count/)
  const files = { 'a.yaml': `${info}\npaths: { /a: { $ref: "b.yaml" } }`, 'b.yaml': laughing }
  await expect(read(files)).rejects.toThrow(/Excessive alias count/)
})

test.each([
  ['a value that holds itself', 'a.yaml', 'a: &a { b: *a }'],
  ['JSON', 'a.json', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ['YAML', 'a.yaml', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
])('refuses a document without an end of its depth: %s', async (_, name, text) => {
  await expect(read({ [name]: text })).rejects.toThrow(/is more than 200 levels deep\. Expected schemas/)
})

test('merges what a document has at "<<", as other readers of YAML do', async () => {
  const text = 'a: &a { type: string }\nb: { <<: *a, description: more }'
  expect(await read({ 'a.yaml': text })).toMatchObject({ b: { type: 'string', description: 'more' } })
})

test('refuses references between files that lead to themselves', async () => {
  const files = {
    'a.yaml': `${info}\npaths: { /a: { $ref: "b.yaml" } }`,
    'b.yaml': '$ref: c.yaml',
    'c.yaml': '$ref: b.yaml',
  }
  await expect(read(files)).rejects.toThrow(/cannot be bundled: a "\$ref" leads to itself/)
})

test.each(['https://api.example/a.yaml', 'file:///a.yaml', '//api.example/a.yaml'])(
  'refuses a reference to %s',
  async (reference) => {
    await expect(read({ 'a.yaml': `${info}\npaths: { /a: { $ref: "${reference}" } }` })).rejects.toThrow(
      `the document refers to ${reference}, and nothing is fetched`,
    )
  },
)

test('reads a text with a byte order mark', async () => {
  expect(await read({ 'a.json': '\uFEFF{ "openapi": "3.1.1" }' })).toEqual({ openapi: '3.1.1' })
})

test.each([
  ['nobody.yaml', undefined, /cannot read the document .*: there is no such file\. Expected/],
  ['large.json', `"${'a'.repeat(33 * 1024 * 1024)}"`, /Expected at most 33554432/],
  ['empty.yaml', '\n', /is empty\. Expected an OpenAPI document/],
  ['latin.yaml', Buffer.from('title: Caf\u00E9', 'latin1'), /is not in UTF-8/],
  ['wide.json', Buffer.from('\uFEFF{}', 'utf16le'), /is not in UTF-8/],
])('says what is wrong with the file %s', async (name, content, problem) => {
  const file = path.join(folder, name)
  if (content !== undefined) await writeFile(file, content)
  await expect(readDocumentFile(file)).rejects.toThrow(problem)
})

test('refuses a folder, and a link that leads to itself', async () => {
  await expect(readDocumentFile(folder)).rejects.toThrow(/is a folder\. Expected a file/)
  const link = path.join(folder, 'link.yaml')
  await symlink(link, link)
  await expect(readDocumentFile(link)).rejects.toThrow(/it is a link that leads to itself\. Expected a file/)
})

test('tells where schemas are, where following them ends the stack', () => {
  const failure = explainFailure(new RangeError('Maximum call stack size exceeded'))
  expect(String(failure)).toMatch(/#\/components\/schemas: its schemas refer to each other.*Expected fewer/)
})
