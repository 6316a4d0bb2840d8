import { renderViolation } from '../src/formats/console.ts'
import { chooseStyle } from '../src/formats/style.ts'
import type { CheckOutcome } from '../src/run/check-outcome.ts'

/** What a check found, as a person reads it. */
export function describeOutcome(outcome: CheckOutcome): string {
  if (outcome.kind === 'passed') return 'passed'
  if (outcome.kind === 'not-exercised') return `not exercised: ${outcome.reason}`
  return renderViolation({ ...outcome.violation, followers: [] }, chooseStyle(false, undefined))
}
