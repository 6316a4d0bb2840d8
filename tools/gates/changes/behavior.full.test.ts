import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareBehavior } from '../../src/changes/behavior/compare-behavior.ts'
import { packOnly } from '../../src/packages/pack.ts'
import { type Content, readTarball } from '../../src/packages/read-tarball.ts'

let folder: string
let release: ReadonlyMap<string, Content>

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'behavior-'))
  const tarballs = await packOnly(['contract-tests', 'openapi', 'sandbox'], folder)
  const contents = tarballs.map(
    async ({ name, file }) => [path.basename(name), await readTarball(file)] as const,
  )
  release = new Map(await Promise.all(contents))
}, 600_000)

afterAll(() => rm(folder, { recursive: true }))

/** The same sandbox, but its last admin may leave a workspace. */
function withoutLastAdmin(sandbox: Content): Content {
  const kept = 'await keepAnAdmin(transaction, member);'
  const changed = [...sandbox].map(([file, text]): [string, string] => [
    file,
    file.endsWith('.map') ? text : text.replaceAll(kept, ''),
  ])
  return new Map(changed)
}

test('a new sandbox that drops a rule of the last contract needs a major release', async () => {
  const sandbox = release.get('sandbox') ?? new Map()
  const next = new Map([...release, ['sandbox', withoutLastAdmin(sandbox)]])

  const reasons = await compareBehavior(release, next, (line) => process.stderr.write(`${line}\n`))

  expect(reasons).toContainEqual(
    expect.objectContaining({ impact: 'major', place: expect.stringContaining('last-admin-kept') }),
  )
  expect(reasons.filter(({ package: name }) => name === 'contract-tests')).toEqual([])
}, 900_000)
