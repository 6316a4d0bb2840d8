import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import document from '@windmill-user-api/openapi/openapi.json' with { type: 'json' }
import { afterAll, beforeAll, expect, test } from 'vitest'
import { markdownTable } from '../../src/bench/markdown-table.ts'
import { worst } from '../../src/changes/reason.ts'
import { compareDocuments } from '../../src/changes/wire/compare-documents.ts'
import { judgeWire } from '../../src/changes/wire/judge-wire.ts'
import { edited } from './edit.ts'
import { type Judged, wireEdits } from './wire-edits.ts'

interface Outcome extends Judged {
  readonly ours: string
  readonly redocly: string
}

let folder: string
let outcomes: readonly Outcome[]

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wire-edits-'))
  await writeFile(path.join(folder, 'before.json'), JSON.stringify(document, null, 2))
  const waiting = wireEdits.map((edit, index) => ({ edit, index }))
  const found: Outcome[] = []
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      found[next.index] = await judgeEdit(next.edit, next.index)
  }
  await Promise.all([work(), work(), work()])
  outcomes = found
}, 600_000)

afterAll(() => rm(folder, { recursive: true }))

async function judgeEdit(edit: Judged, index: number): Promise<Outcome> {
  const after = path.join(folder, `after-${index}.json`)
  await writeFile(after, JSON.stringify(edited(document, edit.edits), null, 2))
  const { differences, recommended } = await compareDocuments(path.join(folder, 'before.json'), after)
  const reasons = judgeWire(differences, { before: {}, after: {} })
  return {
    ...edit,
    ours: worst(reasons.map(({ impact }) => impact)) ?? 'none',
    redocly: recommended ?? 'none',
  }
}

test('every edit gets the level that a careful person gives it', async ({ annotate }) => {
  const wrong = outcomes.filter(({ level, ours }) => ours !== level)
  expect(wrong.map(({ name, level, ours }) => `${name}: ${ours} instead of ${level}`)).toEqual([])
  const redocly = outcomes.filter((outcome) => outcome.redocly === outcome.level).length
  await annotate(
    `of ${outcomes.length} edits of the document, ours ${outcomes.length}, redocly diff ${redocly}`,
    'figure',
  )
})

test('README.md shows them beside redocly diff', async () => {
  const rows = outcomes.map(({ name, level, why, redocly }) => [
    name,
    level,
    why,
    redocly === level ? redocly : `**${redocly}**`,
  ])
  const right = outcomes.filter((outcome) => outcome.redocly === outcome.level).length
  await expect(`# Edits, and the level of the release that each needs

\`pnpm changes\` proves the level of a release ([why](../../../docs/decisions/0044-the-level-is-proved.md)). It judges each edit below as a careful
person does; levels are those from 1.0 on. \`redocly diff\`, whose findings it begins with, judges ${right} of ${outcomes.length} so; where not, its level is bold.

To add an edit, write it into \`wire-edits.ts\`, then run this, which also writes the page:

\`\`\`
pnpm test:full --project tools changes -u
\`\`\`

${markdownTable(['edit of the document', 'level', 'because', 'redocly diff'], rows)}`).toMatchFileSnapshot(
    path.join(import.meta.dirname, 'README.md'),
  )
})
