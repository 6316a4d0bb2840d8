import type { Observation } from '../expect/observation.ts'
import type { Secrets } from '../http/secrets.ts'
import { toContext } from './context.ts'
import { accepts, type Deviations, isInForce, noDeviations } from './deviation.ts'
import { keyOf, type ObservedDifference, toDifference } from './difference.ts'
import { type Explanation, explain } from './explain.ts'
import { type Cause, type Finding, toFindings } from './finding.ts'
import type { FinishedCheck } from './outcome.ts'
import type { BlockedChecks, CheckResult, Counts, Report, RunDetails } from './report.ts'
import { shortfallsOf } from './shortfalls.ts'
import { staleDeviations } from './stale.ts'

/** What a report is made with, beside what the checks found. */
export interface ReportOptions {
  readonly deviations?: Deviations
  /** The version of the contract. */
  readonly version: string
  /** Whether checks were left out: what did not occur may then still be so. */
  readonly isPartial: boolean
  readonly secrets: Secrets
  /** What differs outside of any check, such as a way to make an account that does not work. */
  readonly observed?: readonly Observation[]
}

/** Makes findings of what checks have observed, and tells new ones from known ones. */
export function createReport(
  finished: readonly FinishedCheck[],
  details: RunDetails,
  options: ReportOptions,
): Report {
  const { version, deviations = noDeviations, observed = [] } = options
  const mask = (text: string) => options.secrets.mask(text)
  const checks = finished.map((each) => toExamined(each, mask))
  const outside = observed.map((each) => toDifference(each, { check: { rule: 'setup', title: '' } }, mask))
  const all = distinct([...checks.flatMap(({ own, by }) => [...own, ...(by ? [by] : [])]), ...outside])
  const causeOf = explain(all, toContext(finished, details.coverage))
  const judged = checks.map((check) => judge(check, causeOf))
  const reasonOf = (difference: ObservedDifference) =>
    deviations.deviations.find((deviation) => accepts(deviation, difference, version))?.reason
  const differences = distinct([...causeOf.values()].map(({ cause }) => cause))
  const causes = countCauses(judged, differences).map((cause) => ({
    ...cause,
    reason: reasonOf(cause.difference),
  }))
  const { findings, idOf } = toFindings(causes, options.secrets)
  const results = judged.map((check) => toResult(check, idOf, findings))
  const blocked = countBlocked(results, findings, options)
  const partial = { ...details, version, findings, blocked, checks: results, counts: count(results) }
  const stale = staleDeviations({
    deviations,
    version,
    differences,
    checks: results,
    isPartial: options.isPartial,
  })
  const shortfalls = shortfallsOf(deviations.coverage, partial)
  return {
    ...partial,
    stale,
    shortfalls,
    notApplicable: results.flatMap(({ operation, rule, title, reason }) =>
      reason === undefined ? [] : [{ operation, rule, title, reason }],
    ),
    exitStatus: exitStatusOf({ ...partial, stale, shortfalls }),
  }
}

/** A check, and the differences that it observed. */
interface Examined {
  readonly finished: FinishedCheck
  readonly own: readonly ObservedDifference[]
  /** What blocked it. */
  readonly by: ObservedDifference | undefined
}

function toExamined(finished: FinishedCheck, mask: (text: string) => string): Examined {
  const { outcome } = finished
  const observations = outcome.kind === 'differs' ? outcome.observations : []
  return {
    finished,
    own: distinct(observations.map((each) => toDifference(each, finished, mask))),
    by: outcome.kind === 'blocked' ? toDifference(outcome.by, finished, mask) : undefined,
  }
}

function distinct(differences: readonly ObservedDifference[]): ObservedDifference[] {
  const byKey = new Map<string, ObservedDifference>()
  for (const each of differences) if (!byKey.has(keyOf(each))) byKey.set(keyOf(each), each)
  return [...byKey.values()]
}

/** A check, and the causes of what it shows. */
interface Judged {
  readonly finished: FinishedCheck
  readonly shows: readonly ObservedDifference[]
  readonly blockedBy: ObservedDifference | undefined
}

/** A check whose every difference only shows that another operation is broken could not look at its own. */
function judge({ finished, own, by }: Examined, explanations: ReadonlyMap<string, Explanation>): Judged {
  const explained = own.map((each) => explanations.get(keyOf(each)) ?? { cause: each, isBlocked: false })
  const blocker = by && (explanations.get(keyOf(by))?.cause ?? by)
  const isOwn = ({ operation }: ObservedDifference) => operation === finished.operation
  // What is blocked by its own operation shows what that does wrong.
  if (blocker && isOwn(blocker)) return { finished, shows: [blocker], blockedBy: undefined }
  if (blocker) return { finished, shows: [], blockedBy: blocker }
  const [first] = explained
  const isKept = explained.every(({ cause, isBlocked }) => isBlocked && !isOwn(cause))
  if (first && isKept) return { finished, shows: [], blockedBy: first.cause }
  return { finished, shows: distinct(explained.map(({ cause }) => cause)), blockedBy: undefined }
}

function countCauses(
  judged: readonly Judged[],
  causes: readonly ObservedDifference[],
): Omit<Cause, 'reason'>[] {
  const counts = new Map<string, number>()
  for (const { shows } of judged)
    for (const each of shows) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1)
  return causes.map((difference) => ({ difference, checks: counts.get(keyOf(difference)) ?? 0 }))
}

function toResult(
  { finished, shows, blockedBy }: Judged,
  idOf: (difference: ObservedDifference) => string,
  findings: readonly Finding[],
): CheckResult {
  const { operation, check, outcome, milliseconds } = finished
  const named = { operation, rule: check.rule, title: check.title, milliseconds }
  if (outcome.kind === 'not-applicable')
    return { ...named, result: 'not-applicable', findings: [], reason: outcome.reason }
  if (blockedBy) return { ...named, result: 'blocked', findings: [idOf(blockedBy)] }
  const ids = [...new Set(shows.map(idOf))]
  if (ids.length === 0) return { ...named, result: 'passed', findings: [] }
  const isKnown = ids.every((id) => findings.find((finding) => finding.id === id)?.status === 'known')
  return { ...named, result: isKnown ? 'known' : 'failed', findings: ids }
}

function count(results: readonly CheckResult[]): Counts {
  const of = (result: CheckResult['result']) => results.filter((each) => each.result === result).length
  return {
    passed: of('passed'),
    failed: of('failed'),
    known: of('known'),
    blocked: of('blocked'),
    notApplicable: of('not-applicable'),
  }
}

function countBlocked(
  results: readonly CheckResult[],
  findings: readonly Finding[],
  { deviations = noDeviations, version }: ReportOptions,
): BlockedChecks[] {
  const counts = new Map<string, BlockedChecks>()
  for (const { operation, result, findings: ids } of results) {
    const [blockedBy] = ids
    if (result !== 'blocked' || blockedBy === undefined) continue
    const key = `${operation} ${blockedBy}`
    const finding = findings.find(({ id }) => id === blockedBy)
    const accepted = finding !== undefined && isAcceptedBlock(operation, finding, deviations, version)
    counts.set(key, { operation, blockedBy, accepted, checks: (counts.get(key)?.checks ?? 0) + 1 })
  }
  return [...counts.values()]
}

/** A block is accepted by name: by the `id` of a deviation that accepts the finding which blocks. */
function isAcceptedBlock(
  operation: string,
  finding: Finding,
  { deviations, blocked = [] }: Deviations,
  version: string,
): boolean {
  return blocked.some(({ operations, blockedBy }) => {
    const named = deviations.find(({ id }) => id === blockedBy)
    if (!named || !isInForce(named, version) || finding.status !== 'known') return false
    const isSame =
      named.rule === finding.rule &&
      named.observation === finding.observation &&
      named.actual === finding.actual &&
      finding.operations.every((each) => named.operations.includes(each) || named.operations.includes('*'))
    return isSame && (operations.includes(operation) || operations.includes('*'))
  })
}

function exitStatusOf({
  findings,
  blocked,
  stale,
  shortfalls,
  stopped,
}: Pick<Report, 'findings' | 'blocked' | 'stale' | 'shortfalls'> & Pick<RunDetails, 'stopped'>): number {
  if (stopped !== undefined) return 2
  const isBad =
    findings.some(({ status }) => status === 'new') ||
    blocked.some(({ accepted }) => !accepted) ||
    stale.length > 0 ||
    shortfalls.length > 0
  return isBad ? 1 : 0
}
