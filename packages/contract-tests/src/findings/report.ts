import type { Rule } from '../document/rule.ts'
import type { Left } from '../fixtures/thing.ts'
import type { MaskedCall } from '../http/masked-call.ts'
import type { CheckOutcome, FinishedCheck } from '../run/check-outcome.ts'
import type { Coverage } from './coverage.ts'
import type { Deviation, OutdatedDeviation } from './deviation.ts'
import type { Violation } from './finding.ts'
import { judge, type KnownViolation } from './judge.ts'

/** What a run found. It holds no secrets. */
export interface Report extends RunDetails {
  readonly passed: number
  readonly failed: number
  /** One for each cause that is not known, in the order in which they were found. */
  readonly violations: readonly ReportedViolation[]
  /** Findings that the deviations list. Their checks count neither as passed nor as failed. */
  readonly known: readonly KnownViolation[]
  /** Deviations that may not stay listed. The contract holds only where there is none. */
  readonly outdated: readonly OutdatedDeviation[]
  /** Checks that this server gave no means to run, each with the reason. */
  readonly notExercised: readonly NotExercisedCheck[]
  /** Every check, in the order of the document. */
  readonly checks: readonly CheckResult[]
}

/** How one check ended. */
export interface CheckResult {
  readonly operation: string
  readonly rule: Rule
  readonly title: string
  readonly result: CheckOutcome['kind']
  readonly milliseconds: number
}

/** What a run was, whatever it found. */
export interface RunDetails {
  /** Where the API is. */
  readonly baseUrl: string
  /** The name that everything made in this run has in it. */
  readonly run: string
  /** What random cases were drawn from: the same seed draws the same ones. */
  readonly seed: number
  /** When it began, as RFC 3339 has it. */
  readonly startedAt: string
  readonly milliseconds: number
  /** What the run made and could not remove, each with the reason. */
  readonly left: readonly Left[]
  /** The command that removes what is left; undefined where nothing is. */
  readonly cleanUpCommand?: string | undefined
  /** Which documented statuses came, and to whom. */
  readonly coverage: Coverage
  /** Every call, where the run was told to keep them. */
  readonly calls?: readonly MaskedCall[]
}

/** A violation, and the other checks that failed for the same cause. */
export interface ReportedViolation extends Violation {
  readonly followers: readonly Follower[]
}

/** A check that failed as another did before it. */
export interface Follower {
  /** The operation whose check it is: another one where that could not set its setup. */
  readonly operation: string
  readonly rule: Rule
  readonly title: string
}

/** A check that did not run, and why. */
export interface NotExercisedCheck {
  readonly operation: string
  readonly rule: Rule
  readonly title: string
  readonly reason: string
}

/** Whether a run found nothing that is not known, and what is known is still so. */
export function holds({ failed, outdated }: Report): boolean {
  return failed === 0 && outdated.length === 0
}

/** Which findings are known, and for which contract. */
export interface KnownOptions {
  readonly deviations: readonly Deviation[]
  readonly version: string
  readonly isPartial: boolean
}

/** Counts what has run. */
export function createReport(
  finished: readonly FinishedCheck[],
  facts: RunDetails,
  options: KnownOptions = { deviations: [], version: '0.0.0', isPartial: false },
): Report {
  const checks = finished.map(toResult)
  const judgement = judge({ violations: causes(finished), checks, ...options })
  const failed = countChecks(judgement.violations)
  const passed = finished.filter(({ outcome }) => outcome.kind === 'passed').length
  return {
    ...facts,
    passed,
    failed,
    ...judgement,
    notExercised: notExercised(finished),
    checks,
  }
}

/** A finding stands for its own check and for those that failed for the same cause. */
function countChecks(violations: readonly ReportedViolation[]): number {
  return violations.reduce((count, { followers }) => count + 1 + followers.length, 0)
}

function toResult({ operation, check: { rule, title }, outcome, milliseconds }: FinishedCheck): CheckResult {
  return { operation, rule, title, result: outcome.kind, milliseconds }
}

/** Rules of which a single defect of an operation breaks several checks, each in another way. */
const oneCause: ReadonlySet<Rule> = new Set([
  'write-stored',
  'write-scope',
  'write-refused',
  'others-untouched',
])

/** One cause is one violation: what the same operation does wrong in the same way is told once. */
function causes(finished: readonly FinishedCheck[]): ReportedViolation[] {
  const byCause = new Map<string, ReportedViolation>()
  for (const { outcome, operation, check } of finished) {
    if (outcome.kind !== 'violated') continue
    const { violation } = outcome
    const manner = oneCause.has(violation.rule) ? [violation.rule] : [violation.expected, violation.came]
    const cause = [violation.operation, ...manner].join('\n')
    const known = byCause.get(cause)
    const follower = { operation, rule: check.rule, title: check.title }
    byCause.set(
      cause,
      known ? { ...known, followers: [...known.followers, follower] } : { ...violation, followers: [] },
    )
  }
  return [...byCause.values()]
}

function notExercised(finished: readonly FinishedCheck[]): NotExercisedCheck[] {
  return finished.flatMap(({ outcome, operation, check: { rule, title } }) =>
    outcome.kind === 'not-exercised' ? [{ operation, rule, title, reason: outcome.reason }] : [],
  )
}
