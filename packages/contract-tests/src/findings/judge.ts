import { type Deviation, isAccepted, type OutdatedDeviation } from './deviation.ts'
import type { CheckResult, ReportedViolation } from './report.ts'

/** A finding that was expected. */
export interface KnownViolation extends ReportedViolation {
  /** Why it is known. */
  readonly reason: string
}

/** What findings are once the known ones are told apart. */
export interface Judgement {
  readonly violations: readonly ReportedViolation[]
  readonly known: readonly KnownViolation[]
  readonly outdated: readonly OutdatedDeviation[]
}

/** What a judgement is made from. */
export interface JudgementOptions {
  readonly violations: readonly ReportedViolation[]
  readonly checks: readonly Pick<CheckResult, 'operation' | 'rule' | 'result'>[]
  readonly deviations: readonly Deviation[]
  /** The version of the contract. */
  readonly version: string
  /** Whether checks were left out: what did not occur may then still be so. */
  readonly isPartial: boolean
}

/** Tells known findings from new ones, and deviations that are still so from those that are not. */
export function judge(options: JudgementOptions): Judgement {
  const { violations, deviations, version } = options
  const accepted = deviations.filter((deviation) => isAccepted(deviation, version))
  const known = violations.flatMap((violation) => {
    const deviation = accepted.find((each) => isSame(each, violation))
    return deviation ? [{ ...violation, reason: deviation.reason }] : []
  })
  return {
    violations: violations.filter((violation) => !accepted.some((each) => isSame(each, violation))),
    known,
    outdated: deviations.flatMap((deviation) => outdate(deviation, options)),
  }
}

function outdate(deviation: Deviation, options: JudgementOptions): OutdatedDeviation[] {
  if (!isAccepted(deviation, options.version)) return [{ ...deviation, problem: 'past-until' }]
  const occurs = options.violations.some((violation) => isSame(deviation, violation))
  if (occurs || !wasTried(deviation, options)) return []
  return [{ ...deviation, problem: 'no-longer-occurs' }]
}

/** A run that leaves checks out says nothing about what it did not try. */
function wasTried(deviation: Deviation, { checks, isPartial }: JudgementOptions): boolean {
  const own = checks.filter((check) => isSame(deviation, check))
  if (own.some(({ result }) => result === 'not-exercised')) return false
  return !isPartial || own.length > 0
}

function isSame(
  one: Pick<Deviation, 'operation' | 'rule'>,
  other: Pick<Deviation, 'operation' | 'rule'>,
): boolean {
  return one.operation === other.operation && one.rule === other.rule
}
