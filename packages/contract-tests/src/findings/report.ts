import type { Rule } from '../document/rule.ts'
import type { Left } from '../fixtures/thing.ts'
import type { MaskedCall } from '../http/masked-call.ts'
import type { Coverage } from './coverage.ts'
import type { StaleDeviation } from './deviation.ts'
import type { Finding } from './finding.ts'

/** What a run found. It holds no secrets. */
export interface Report extends RunDetails {
  /** The version of the contract. */
  readonly version: string
  /** 0: nothing new differs, nothing is blocked that is not accepted, and nothing that is accepted is stale. Else 1; 2 where the run could not go on. */
  readonly exitStatus: number
  readonly counts: Counts
  /** What differs, the worst first. */
  readonly findings: readonly Finding[]
  /** Checks that could not be made, by operation and by the finding that is to blame. */
  readonly blocked: readonly BlockedChecks[]
  /** Checks that do not apply to this server or this run, each with the reason. */
  readonly notApplicable: readonly NotApplicableCheck[]
  /** Deviations that may not stay listed. */
  readonly stale: readonly StaleDeviation[]
  /** What the run had to reach by its deviations file, and did not, in a sentence each. */
  readonly shortfalls: readonly string[]
  /** Every check, in the order of the document. */
  readonly checks: readonly CheckResult[]
}

/** How many checks ended in which way. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly known: number
  readonly blocked: number
  readonly notApplicable: number
}

/** How one check ended. */
export interface CheckResult {
  readonly operation: string
  readonly rule: Rule
  readonly title: string
  readonly result: 'passed' | 'failed' | 'known' | 'blocked' | 'not-applicable'
  readonly milliseconds: number
  /** The findings that it shows, or the one that blocks it. */
  readonly findings: readonly string[]
  /** Why it does not apply. */
  readonly reason?: string
}

/** Checks of one operation that one finding blocks. */
export interface BlockedChecks {
  readonly operation: string
  readonly checks: number
  /** The `id` of the finding. */
  readonly blockedBy: string
  /** Whether the deviations accept it. */
  readonly accepted: boolean
}

/** A check that does not apply, and why. */
export interface NotApplicableCheck {
  readonly operation: string
  readonly rule: Rule
  readonly title: string
  readonly reason: string
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
  /** Why the run ended before its last check; undefined where it did not. */
  readonly stopped?: string
  /** What the run made and could not remove. */
  readonly left: readonly Left[]
  /** The command that removes what is left; undefined where nothing is. */
  readonly cleanUpCommand?: string
  /** Which documented statuses were returned, and to which callers. */
  readonly coverage: Coverage
  /** Every call, where the run was told to keep them. */
  readonly calls?: readonly MaskedCall[]
}

/** Whether a run found nothing that is not accepted. */
export function holds({ exitStatus }: Report): boolean {
  return exitStatus === 0
}
