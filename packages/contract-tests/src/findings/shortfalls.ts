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

/**
 * What later runs have to reach. A few checks depend on how fast the server is, or on who else uses it: one percent of them may be
 * missing, in whole tens, so that the figure is the same for every run.
 */
export function leastCoverage(report: Pick<Report, 'checks' | 'coverage'>): LeastCoverage {
  const { checks, ...others } = reached(report)
  return { ...others, checks: checks < 100 ? checks : Math.floor((checks * 0.99) / 10) * 10 }
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
