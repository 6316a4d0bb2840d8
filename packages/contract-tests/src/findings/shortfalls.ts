import type { LeastCoverage } from './deviation.ts'
import type { Report } from './report.ts'

/** What a run has reached. */
export function reached({ checks, coverage }: Pick<Report, 'checks' | 'coverage'>): LeastCoverage {
  const made = checks.filter(({ result }) => ['passed', 'failed', 'known'].includes(result))
  return {
    operations: new Set(made.map(({ operation }) => operation)).size,
    statuses: coverage.exercised,
    checks: made.length,
  }
}

/** Where a run stays below the coverage that was recorded, in a sentence each. */
export function shortfallsOf(
  least: LeastCoverage | undefined,
  report: Pick<Report, 'checks' | 'coverage'>,
): readonly string[] {
  if (!least) return []
  const actual = reached(report)
  return (['operations', 'statuses', 'checks'] as const)
    .filter((what) => actual[what] < least[what])
    .map(
      (what) =>
        `Of the ${what} that the deviations file records, ${least[what]}, the run reached ${actual[what]}: less was checked than before.`,
    )
}
