import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { listPublishedPackages } from '../packages/published.ts'
import { type Content, readTarball } from '../packages/read-tarball.ts'
import { repository } from '../repository.ts'
import { compareBehavior } from './behavior/compare-behavior.ts'
import { judgeHelp } from './content/help.ts'
import { judgeContent } from './content/judge-content.ts'
import { judgeSchemas } from './content/judge-schemas.ts'
import { claimedLevel, type Notes } from './notes.ts'
import { holdTo, judge, requiredLevel } from './policy.ts'
import type { Reason } from './reason.ts'
import { findBase, notesAt, releaseAt, releaseHere, tarballOf } from './release-at.ts'
import { inMarkdown, type Outcome } from './report.ts'
import { compareSurfaces } from './types/compare-surfaces.ts'
import { compareDocuments } from './wire/compare-documents.ts'
import { judgeWire } from './wire/judge-wire.ts'

/** What `pnpm changes` is told. */
export interface ChangesOptions {
  readonly base?: string
  /** Runs the contract tests of each release against the sandbox of the other, which takes minutes. */
  readonly behavior?: true
  /** A file for the report, as Markdown. */
  readonly markdown?: string
}

/** Proves the level that the changes since the last release need, and holds the notes to it. Fails where they claim less. */
export async function changes({ base, behavior, markdown }: ChangesOptions): Promise<void> {
  const since = base ?? (await findBase())
  const outcome = await findChanges(since, behavior === true)
  const text = inMarkdown(outcome)
  process.stdout.write(text)
  if (markdown !== undefined) await writeFile(markdown, text)
  process.exitCode = outcome.verdict.isEnough ? 0 : 1
}

async function findChanges(since: string, isRun: boolean): Promise<Outcome> {
  const before = await releaseAt(since, say)
  const after = await releaseHere()
  try {
    const version = listPublishedPackages()[0]?.manifest.version ?? '0.0.0'
    const sides = await readSides(before, after)
    const [old, current] = [contentsOf(sides, 'before'), contentsOf(sides, 'after')]
    const reasons = [
      ...(await compareWire(sides)),
      ...[...sides].flatMap(([name, side]) => judgePackage(name, side)),
      ...(await judgeHelp(before, after)),
      ...(await compareSurfaces(old, current, before)),
      ...(isRun ? await compareBehavior(old, current, say) : []),
    ]
    const judged = judge(reasons, version)
    const claimed = claimedLevel(await notesHere(), await notesAt(since))
    return { since, judged, sizes: sizesOf(sides), verdict: holdTo(requiredLevel(judged), claimed) }
  } finally {
    await rm(after, { recursive: true })
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

type Sides = ReadonlyMap<string, Side>

interface Side {
  readonly before: Content | undefined
  readonly after: Content | undefined
}

async function readSides(before: string, after: string): Promise<Sides> {
  const files = [...(await readdir(before)), ...(await readdir(after))]
  const names = files.flatMap((file) => /^windmill-user-api-([a-z-]+)-\d.*\.tgz$/.exec(file)?.[1] ?? [])
  const read = async (name: string, folder: string) => {
    const tarball = await tarballOf(name, folder)
    return tarball === undefined ? undefined : readTarball(tarball)
  }
  const sides = [...new Set(names)]
    .toSorted()
    .map(
      async (name): Promise<[string, Side]> => [
        name,
        { before: await read(name, before), after: await read(name, after) },
      ],
    )
  return new Map(await Promise.all(sides))
}

function contentsOf(sides: Sides, which: keyof Side): ReadonlyMap<string, Content> {
  return new Map([...sides].flatMap(([name, side]) => (side[which] ? [[name, side[which]]] : [])))
}

function judgePackage(name: string, { before, after }: Side): readonly Reason[] {
  const schemas = before && after ? judgeSchemas(name, before, after) : []
  return [...judgeContent({ name, before, after }), ...schemas]
}

async function compareWire(sides: Sides): Promise<readonly Reason[]> {
  const { before, after } = sides.get('openapi') ?? {}
  if (before === undefined || after === undefined) return []
  const folder = await mkdtemp(path.join(tmpdir(), 'documents-'))
  try {
    const files = [before, after].map(async (content, index) => {
      const file = path.join(folder, `${index}.json`)
      await writeFile(file, Buffer.from(content.get('dist/openapi.json') ?? '{}', 'latin1'))
      return file
    })
    const [old = '', current = ''] = await Promise.all(files)
    const { differences } = await compareDocuments(old, current)
    const placesIn = (content: Content) => JSON.parse(content.get('dist/places.json') ?? '{}')
    return judgeWire(differences, { before: placesIn(before), after: placesIn(after) })
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function notesHere(): Promise<Notes> {
  const folder = path.join(repository, '.changeset')
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md'))
  const texts = files.map(async (file) => [file, await readFile(path.join(folder, file), 'utf8')] as const)
  return new Map(await Promise.all(texts))
}

/** Unpacked, in bytes. */
function sizesOf(sides: Sides): Outcome['sizes'] {
  const sizeOf = (content: Content | undefined) =>
    [...(content?.values() ?? [])].reduce((sum, text) => sum + text.length, 0)
  return [...sides].map(([name, { before, after }]) => ({
    name,
    before: sizeOf(before),
    after: sizeOf(after),
  }))
}
