import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareBehavior } from '../../src/changes/behavior/compare-behavior.ts'
import { comparePreviousClient } from '../../src/changes/behavior/previous-client.ts'
import { packOnly } from '../../src/packages/pack.ts'
import { type Content, readTarball } from '../../src/packages/read-tarball.ts'

let folder: string
let release: ReadonlyMap<string, Content>

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'behavior-'))
  const tarballs = await packOnly(['client', 'contract-tests', 'msw', 'openapi', 'sandbox', 'types'], folder)
  const contents = tarballs.map(
    async ({ name, file }) => [path.basename(name), await readTarball(file)] as const,
  )
  release = new Map(await Promise.all(contents))
}, 600_000)

afterAll(() => rm(folder, { recursive: true }))

/** A package of the release with another text in its code. */
function edited(name: string, from: string, to: string): [name: string, content: Content] {
  const changed = [...(release.get(name) ?? [])].map(([file, text]): [string, string] => [
    file,
    file.endsWith('.map') ? text : text.replaceAll(from, to),
  ])
  return [name, new Map(changed)]
}

test('a new sandbox that drops a rule of the last contract needs a major release', async () => {
  // Its last admin may leave a workspace.
  const next = new Map([...release, edited('sandbox', 'await keepAnAdmin(transaction, member);', '')])

  const reasons = await compareBehavior(release, next, (line) => process.stderr.write(`${line}\n`))

  expect(reasons).toContainEqual(
    expect.objectContaining({ impact: 'major', place: expect.stringContaining('last-admin-kept') }),
  )
  expect(reasons.filter(({ package: name }) => name === 'contract-tests')).toEqual([])
}, 900_000)

test('the last client says what a new sandbox and new mocks do otherwise', async () => {
  const next = new Map([
    ...release,
    edited('sandbox', 'members.map(({ username }) => username)', '{ count: members.length }'),
    edited('msw', 'ada@example.com', 'grace@example.com'),
  ])
  const { signal } = new AbortController()
  const compare = (after: typeof release, place: string) =>
    comparePreviousClient({ before: release, after, folder: path.join(folder, place), signal })

  expect(await compare(new Map(release), 'same')).toEqual([])
  const reasons = await compare(next, 'other')
  expect(reasons.filter(({ impact }) => impact === 'major')).toEqual([
    expect.objectContaining({
      package: 'sandbox',
      what: 'gives the client of the last release { count: number } instead of [string]',
      place: expect.stringContaining('listUsernames'),
    }),
  ])
  expect(reasons).toContainEqual(
    expect.objectContaining({ impact: 'patch', package: 'msw', place: expect.stringContaining('whois 200') }),
  )
}, 900_000)
