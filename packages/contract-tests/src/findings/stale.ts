import {
  covers,
  type Deviation,
  type Deviations,
  isInForce,
  mayBeAbsent,
  type StaleDeviation,
} from './deviation.ts'
import type { Difference } from './difference.ts'
import type { CheckResult } from './report.ts'

interface StaleOptions {
  readonly deviations: Deviations
  readonly version: string
  readonly differences: readonly Difference[]
  readonly checks: readonly CheckResult[]
  /** Whether checks were left out. */
  readonly isPartial: boolean
}

/** Deviations that may not stay listed: out of date, or of something that the server no longer does. */
export function staleDeviations(options: StaleOptions): readonly StaleDeviation[] {
  return options.deviations.deviations.flatMap((deviation): StaleDeviation[] => {
    if (!isInForce(deviation, options.version))
      return [{ deviation, problem: 'past-until', operations: deviation.operations }]
    const operations = mayBeAbsent(deviation) ? [] : absentFor(deviation, options)
    return operations.length === 0 ? [] : [{ deviation, problem: 'no-longer-occurs', operations }]
  })
}

/** The operations for which it was looked for and not found. */
function absentFor(deviation: Deviation, options: StaleOptions): readonly string[] {
  const found = options.differences.filter((difference) => covers(deviation, difference))
  const ofAll = deviation.operations.includes('*')
  if (ofAll) return found.length > 0 || options.isPartial ? [] : ['*']
  return deviation.operations.filter(
    (operation) =>
      !found.some((difference) => difference.operation === operation) &&
      wasTried(operation, deviation, options),
  )
}

/** A run that leaves checks out, or in which some were blocked, says nothing about what it did not try. */
function wasTried(operation: string, { rule }: Deviation, { checks, isPartial }: StaleOptions): boolean {
  const own = checks.filter((check) => check.operation === operation)
  if (own.length === 0) return false
  const ofRule = own.filter((check) => check.rule === rule)
  const isOpen = ({ result }: CheckResult) => result === 'blocked' || result === 'not-applicable'
  if (isPartial && ofRule.length === 0) return false
  return ofRule.length > 0 ? !ofRule.some(isOpen) : !own.some(isOpen)
}
