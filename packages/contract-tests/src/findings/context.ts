import { type Coverage, isExercised } from './coverage.ts'
import type { FinishedCheck } from './outcome.ts'

/** What is known of a run beside what differs. */
export interface Context {
  /** The operations that refused the ended token of a situation, as they have to. */
  readonly refusedBy: (situation: string) => ReadonlySet<string>
  /** Whether an operation has sent a response at all. */
  readonly hasResponded: (operation: string) => boolean
}

/** Nothing is known: no operation has refused a token, and each has responded. */
export const withoutContext: Context = { refusedBy: () => new Set(), hasResponded: () => true }

/** What the checks of a run and the statuses that came say. */
export function toContext(finished: readonly FinishedCheck[], { operations }: Coverage): Context {
  return {
    refusedBy: (situation) => refusedBy(finished, situation),
    // Of an operation that is not looked at, nothing is known.
    hasResponded: (operation) =>
      operations.find((each) => each.operation === operation)?.statuses.some(isExercised) ?? true,
  }
}

/** Those that have refused since another has accepted it for the last time do not count: a logout that accepts a token ends it. */
function refusedBy(finished: readonly FinishedCheck[], situation: string): ReadonlySet<string> {
  const tried = finished.filter(
    ({ check }) => check.rule === 'credentials-revoked' && check.situation === situation,
  )
  const accepting = tried.filter(({ outcome }) => outcome.kind === 'differs')
  const last = Math.max(...accepting.map(({ done }) => done))
  const refusals = tried.filter(({ outcome, done }) => outcome.kind === 'passed' && done < last)
  return new Set(refusals.map(({ operation }) => operation))
}
