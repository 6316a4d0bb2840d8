import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import document from '@windmill-user-api/openapi/openapi.json' with { type: 'json' }
import { afterAll, beforeAll, expect, test } from 'vitest'
import { judgeTexts, saveHelp } from '../../src/changes/content/help.ts'
import { judgeContent } from '../../src/changes/content/judge-content.ts'
import { judgeSchemas } from '../../src/changes/content/judge-schemas.ts'
import { type Reason, worst } from '../../src/changes/reason.ts'
import { compareDocuments } from '../../src/changes/wire/compare-documents.ts'
import { judgeWire } from '../../src/changes/wire/judge-wire.ts'
import { packOnly } from '../../src/packages/pack.ts'
import { type Content, readTarball } from '../../src/packages/read-tarball.ts'
import { repository } from '../../src/repository.ts'
import type { Side } from '../../src/surface/open-packages.ts'
import { codeEdits } from './code-edits.ts'
import { type ContentEdit, contentEdits, editedContent } from './content-edits.ts'
import { edited } from './edit.ts'
import { applyEdit, copySources, generateInto, judgeSides } from './judge-code.ts'
import { type Outcome, pageOf, rightOf } from './page.ts'
import { type WireEdit, wireEdits } from './wire-edits.ts'

let folder: string
let outcomes: readonly Outcome[]

beforeAll(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'edits-')))
  const before = await copySources(path.join(folder, 'before'))
  outcomes = [
    ...(await judgeWireEdits(before)),
    ...(await judgeCodeEdits(before)),
    ...(await judgeContentEdits()),
  ]
}, 1_200_000)

afterAll(() => rm(folder, { recursive: true }))

async function judgeWireEdits(before: Side): Promise<readonly Outcome[]> {
  await writeFile(path.join(folder, 'before.json'), JSON.stringify(document, null, 2))
  const found: { ours: string; redocly: string }[] = []
  const waiting = wireEdits.map((edit, index) => ({ edit, index }))
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      found[next.index] = await judgeDocument(next.edit, next.index)
  }
  await Promise.all([work(), work(), work()])
  const sides = await Promise.all(
    wireEdits.map(async ({ edits }, index) => {
      const side = await copySources(path.join(folder, `wire-${index}`))
      await generateInto(side, edited(document, edits))
      return side
    }),
  )
  const types = judgeSides(before, sides)
  return wireEdits.map((edit, index) => ({
    ...edit,
    of: 'the document',
    ours: worst([found[index]?.ours, types[index]].filter(isLevel)) ?? 'none',
    redocly: found[index]?.redocly ?? 'none',
    types: types[index] ?? 'none',
  }))
}

const isLevel = (level: unknown) => level === 'patch' || level === 'minor' || level === 'major'

async function judgeDocument({ edits }: WireEdit, index: number) {
  const after = path.join(folder, `after-${index}.json`)
  await writeFile(after, JSON.stringify(edited(document, edits), null, 2))
  const { differences, recommended } = await compareDocuments(path.join(folder, 'before.json'), after)
  const reasons = judgeWire(differences, { before: {}, after: {} })
  return { ours: levelOf(reasons), redocly: recommended ?? 'none' }
}

/** Where no type tells them apart, files with other contents are a patch. */
async function judgeCodeEdits(before: Side): Promise<readonly Outcome[]> {
  const sides = await Promise.all(
    codeEdits.map(async (edit, index) => {
      const side = await copySources(path.join(folder, `code-${index}`))
      await applyEdit(side, edit)
      return side
    }),
  )
  const types = judgeSides(before, sides)
  return codeEdits.map((edit, index) => ({
    ...edit,
    of: edit.name.startsWith('generator') ? 'a generator' : 'code',
    ours: types[index] ?? 'patch',
    redocly: 'none',
    types: types[index] ?? 'none',
  }))
}

async function judgeContentEdits(): Promise<readonly Outcome[]> {
  const names = [...new Set(contentEdits.map((edit) => edit.package))]
  const tarballs = await packOnly(names, folder)
  await saveHelp(repository, folder)
  const contents = tarballs.map(
    async ({ name, file }) => [path.basename(name), await readTarball(file)] as const,
  )
  const packed = new Map(await Promise.all(contents))
  const outcome = async (edit: ContentEdit): Promise<Outcome> => {
    const before = await withHelp(edit.package, packed.get(edit.package) ?? new Map())
    const ours = levelOf(judgePacked(edit.package, before, editedContent(before, edit)))
    return { ...edit, of: 'a package', ours, redocly: 'none', types: 'none' }
  }
  return Promise.all(contentEdits.map(outcome))
}

async function withHelp(name: string, content: Content): Promise<Content> {
  const help = await readFile(path.join(folder, `${name}.help.txt`), 'utf8').catch(() => '')
  return new Map([...content, ['help.txt', help]])
}

function judgePacked(name: string, before: Content, after: Content): readonly Reason[] {
  return [
    ...judgeContent({ name, before, after }),
    ...judgeSchemas(name, before, after),
    ...judgeTexts(name, before.get('help.txt') ?? '', after.get('help.txt') ?? ''),
  ]
}

function levelOf(reasons: readonly Reason[]): string {
  return worst(reasons.map(({ impact }) => impact)) ?? 'none'
}

test('every edit gets the level that a careful person gives it', async ({ annotate }) => {
  const wrong = outcomes.filter(({ level, ours }) => ours !== level)
  expect(wrong.map(({ name, level, ours }) => `${name}: ${ours} instead of ${level}`)).toEqual([])
  expect(outcomes.length).toBeGreaterThanOrEqual(80)
  await annotate(
    `of ${outcomes.length} edits judged right: ours ${rightOf('ours', outcomes)}, redocly diff ${rightOf('redocly', outcomes)}, types alone ${rightOf('types', outcomes)}`,
    'figure',
  )
})

test('README.md shows them beside redocly diff and the types alone', async () => {
  await expect(pageOf(outcomes)).toMatchFileSnapshot(path.join(import.meta.dirname, 'README.md'))
})
