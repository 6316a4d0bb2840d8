import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readFile, remember, resolveFrom, valueAt } from './files.ts'

let folder = ''
const fileWith = async (name: string, text: string) => {
  await writeFile(path.join(folder, name), text)
  return path.join(folder, name)
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lint-rules-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('a file that has changed is read again', async () => {
  const file = await fileWith('changing.yaml', 'a: 1')
  expect(readFile(file)).toEqual({ a: 1 })
  await fileWith('changing.yaml', 'a: 1\nb: 2')
  expect(readFile(file)).toEqual({ a: 1, b: 2 })
})

test('what is remembered is not read, until the file changes', async () => {
  const file = await fileWith('known.yaml', 'a: 1')
  remember(file, { parsed: 'already' })
  expect(readFile(file)).toEqual({ parsed: 'already' })
  await fileWith('known.yaml', 'a: 1 # changed')
  expect(readFile(file)).toEqual({ a: 1 })
})

test('what is missing or does not parse is undefined', async () => {
  expect(readFile(path.join(folder, 'missing.yaml'))).toBeUndefined()
  expect(readFile(await fileWith('broken.yaml', 'a: [1'))).toBeUndefined()
})

test('a reference is followed through files, to the last one', async () => {
  const file = await fileWith('one.yaml', '$ref: "two.yaml#/a/b~1c"')
  await fileWith('two.yaml', 'a: { b/c: { $ref: "#/d/0" } }\nd: [{ type: string }]')
  const { node, location } = resolveFrom(file)(readFile(file))
  expect(node).toEqual({ type: 'string' })
  expect(path.basename(location?.source.absoluteRef ?? '')).toBe('two.yaml')
})

test('a circle of references leads nowhere', async () => {
  const file = await fileWith('round.yaml', '$ref: "#"')
  expect(resolveFrom(file)(readFile(file))).toEqual({ node: undefined, location: undefined })
})

test('a pointer that leads nowhere is undefined', () => {
  expect(valueAt({ a: [{ b: 1 }] }, ['a', '0', 'b'])).toBe(1)
  expect(valueAt({ a: [] }, ['a', '0', 'b'])).toBeUndefined()
})
