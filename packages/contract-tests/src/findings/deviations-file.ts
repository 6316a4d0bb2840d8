import { readFileSync, writeFileSync } from 'node:fs'
import { isMap, isSeq, parseDocument, stringify } from 'yaml'
import { isRule, rules } from '../document/rule.ts'
import { SetupProblem } from '../errors.ts'
import { type CheckedFile, readChecked } from '../files/checked-file.ts'
import { nearest } from '../files/nearest.ts'
import { operations } from '../generated/operations.ts'
import type { AcceptedBlock, Deviation, Deviations, StaleDeviation } from './deviation.ts'
import type { Finding } from './finding.ts'
import type { Report } from './report.ts'
import { leastCoverage } from './shortfalls.ts'

/**
 * Reads a file of known deviations.
 *
 * @throws `SetupProblem` with the line where the file breaks `schemas/deviations.schema.json`, or names what does not exist.
 */
export function readDeviations(file: string): Deviations {
  const checked = readChecked(file, 'deviations.schema.json')
  // The schema has just been held against it.
  const value = checked.value as Deviations
  for (const [index, deviation] of value.deviations.entries()) checkNames(file, checked, { index, deviation })
  for (const [index, { blockedBy }] of (value.blocked ?? []).entries()) {
    const ids = value.deviations.flatMap(({ id }) => id ?? [])
    if (!ids.includes(blockedBy))
      throw unknown(`${file}:${checked.lineOf(['blocked', index, 'blockedBy'])}`, 'deviation', blockedBy, ids)
  }
  return value
}

interface Entry {
  readonly index: number
  readonly deviation: Deviation
}

function checkNames(file: string, { lineOf }: CheckedFile, { index, deviation }: Entry): void {
  const place = (name: string) => `${file}:${lineOf(['deviations', index, name])}`
  for (const operation of deviation.operations)
    if (operation !== '*' && !Object.hasOwn(operations, operation))
      throw unknown(place('operations'), 'operation', operation, Object.keys(operations))
  if (!isRule(deviation.rule)) throw unknown(place('rule'), 'rule', deviation.rule, Object.keys(rules))
}

function unknown(place: string, what: string, name: string, known: readonly string[]): SetupProblem {
  return new SetupProblem(`${place}: no ${what} is called "${name}". ${nearest(name, known)}`)
}

/** Writes a file that accepts all that a run has found: one entry per finding, the same for every seed and order. */
export function writeDeviations(file: string, report: Report): void {
  const entries = withIds(report.findings.map((finding) => toDeviation(finding, report)).sort(byText))
  const idOf = new Map(
    report.findings.map((finding) => [
      finding.id,
      entries.find((entry) => textOf(entry) === textOf(toDeviation(finding, report)))?.id ?? '',
    ]),
  )
  const blocked = blocksOf(report, idOf)
  const content = {
    coverage: leastCoverage(report),
    deviations: entries,
    ...(blocked.length > 0 && { blocked }),
  }
  const head = `# What the server at ${report.baseUrl} does otherwise, accepted by the reason of each entry.\n# Anything else fails the run, and so does an entry that no longer occurs.\n`
  writeFileSync(file, head + stringify(content, { lineWidth: 110 }))
}

function toDeviation(finding: Finding, { startedAt }: Report): Deviation {
  const { operations: of, rule, observation, situations, expected, actual } = finding
  return {
    // Where a server fails in passing is another operation every time.
    operations: rule === 'transient' ? ['*'] : of,
    rule,
    observation,
    ...(situations.length > 0 && { situations }),
    expected,
    actual,
    reason: finding.reason ?? `Found on ${startedAt.slice(0, 10)}: ${finding.title}.`,
  }
}

function byText(one: Deviation, other: Deviation): number {
  return textOf(one) < textOf(other) ? -1 : 1
}

function textOf({ operations: of, rule, observation, situations, expected, actual }: Deviation): string {
  return JSON.stringify([of, rule, observation, situations, expected, actual])
}

/** A short name for each, which says what it is about: `createUser-status`. */
function withIds(deviations: readonly Deviation[]): (Deviation & { readonly id: string })[] {
  const taken = new Set<string>()
  return deviations.map((deviation) => {
    const [first = 'all'] = deviation.operations
    const words = `${first}-${deviation.rule}-${deviation.observation}`.replaceAll(/[^A-Za-z0-9]+/g, '-')
    const trimmed = words.replace(/-+$/, '')
    let id = trimmed
    for (let count = 2; taken.has(id); count += 1) id = `${trimmed}-${count}`
    taken.add(id)
    return { id, ...deviation }
  })
}

function blocksOf({ blocked }: Report, idOf: ReadonlyMap<string, string>): AcceptedBlock[] {
  const byBlocker = new Map<string, Set<string>>()
  for (const { operation, blockedBy } of blocked) {
    const id = idOf.get(blockedBy) ?? ''
    byBlocker.set(id, (byBlocker.get(id) ?? new Set()).add(operation))
  }
  return [...byBlocker]
    .map(([blockedBy, of]) => ({ operations: [...of].sort(), blockedBy }))
    .sort((one, other) => (one.blockedBy < other.blockedBy ? -1 : 1))
}

/** Takes out of a file what no longer occurs; comments and everything else stay as they are. */
export function pruneDeviations(file: string, stale: readonly StaleDeviation[]): number {
  const document = parseDocument(readFileSync(file, 'utf8'))
  const list = document.get('deviations')
  if (!isSeq(list)) return 0
  const { deviations } = document.toJS() as Deviations
  const gone = stale.filter(({ problem }) => problem === 'no-longer-occurs')
  for (const index of [...deviations.keys()].reverse()) {
    const found = gone.find(({ deviation }) => textOf(deviation) === textOf(deviations[index] ?? deviation))
    const item = list.items[index]
    if (!found || !isMap(item)) continue
    const left = found.deviation.operations.filter((operation) => !found.operations.includes(operation))
    if (left.length > 0) item.set('operations', left)
    else list.delete(index)
    if (left.length === 0) removeBlocksBy(document, found.deviation.id)
  }
  writeFileSync(file, document.toString({ lineWidth: 110 }))
  return gone.length
}

/** Checks that are no longer blocked are not accepted as blocked. */
function removeBlocksBy(document: ReturnType<typeof parseDocument>, id: string | undefined): void {
  const blocks = document.get('blocked')
  if (id === undefined || !isSeq(blocks)) return
  blocks.items = blocks.items.filter((item) => !isMap(item) || item.get('blockedBy') !== id)
  if (blocks.items.length === 0) document.delete('blocked')
}
