import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDocumentFile } from './reading.ts'

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

test('fetches nothing', async () => {
  const paths = 'paths: { /a: { $ref: "https://api.example/a.yaml" } }'
  await expect(
    read({ 'a.yaml': `openapi: 3.1.1\ninfo: { title: t, version: "1" }\n${paths}` }),
  ).rejects.toThrow(/https:\/\/api\.example\/a\.yaml, and nothing is fetched\. Expected a file beside it/)
})

test('says what does not parse', async () => {
  await expect(read({ 'a.json': '{ "openapi": ' })).rejects.toThrow(/a\.json does not parse/)
  await expect(read({ 'a.yaml': 'a: [' })).rejects.toThrow(/a\.yaml does not parse/)
})

test('stops at aliases that would take all memory', async () => {
  const lines = Array.from({ length: 9 }, (_, index) => {
    const before = index === 0 ? '"lol"' : `*a${index - 1}`
    return `a${index}: &a${index} [${Array.from({ length: 9 }, () => before).join(', ')}]`
  })
  await expect(read({ 'a.yaml': lines.join('\n') })).rejects.toThrow(/Excessive alias count/)
})

test('says where a file is missing, or too large', async () => {
  await expect(readDocumentFile(path.join(folder, 'nobody.yaml'))).rejects.toThrow(/cannot read the document/)
  await expect(read({ 'a.json': `"${'a'.repeat(33 * 1024 * 1024)}"` })).rejects.toThrow(
    /Expected at most 33554432/,
  )
})
