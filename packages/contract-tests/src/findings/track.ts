import type { CheckOutcome } from '../run/check-outcome.ts'
import { version } from '../version.ts'
import { type Deviation, describeOutdated } from './deviation.ts'
import { judge } from './judge.ts'
import type { CheckResult } from './report.ts'

/** Known deviations, while checks run that nobody collects in a report. */
export interface TrackedDeviations {
  /** Remembers how a check ended, and says why that was to be expected; undefined where it was not. */
  reasonOf(
    check: Pick<CheckResult, 'operation' | 'rule' | 'title'>,
    outcome: CheckOutcome,
  ): string | undefined
  /** A sentence for each that may not stay listed, once all checks have ended. */
  outdated(): readonly string[]
}

/** Tells findings that are known from those that are not, one after the other. */
export function trackDeviations(
  deviations: readonly Deviation[],
  options: { readonly isPartial: boolean },
): TrackedDeviations {
  const checks: Pick<CheckResult, 'operation' | 'rule' | 'result'>[] = []
  const violations: Parameters<typeof judge>[0]['violations'][number][] = []
  return {
    reasonOf(check, outcome) {
      checks.push({ ...check, result: outcome.kind })
      if (outcome.kind !== 'violated') return undefined
      const violation = { ...outcome.violation, followers: [] }
      violations.push(violation)
      const { known } = judge({ violations: [violation], checks: [], deviations, version, isPartial: true })
      return known[0]?.reason
    },
    outdated() {
      return judge({ violations, checks, deviations, version, ...options }).outdated.map(
        (deviation) =>
          `The known deviation ${deviation.operation} ${deviation.rule} ${describeOutdated(deviation)}`,
      )
    },
  }
}
