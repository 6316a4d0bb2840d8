import type { Observation } from '../src/expect/observation.ts'
import type { CheckOutcome } from '../src/findings/outcome.ts'

/** What a check found, as a person reads it. */
export function describeOutcome(outcome: CheckOutcome): string {
  switch (outcome.kind) {
    case 'passed':
      return 'passed'
    case 'not-applicable':
      return `not applicable: ${outcome.reason}`
    case 'blocked':
      return `blocked by ${describe(outcome.by)}`
    default:
      return outcome.observations.map(describe).join('\n')
  }
}

function describe({ operation, observation, expected, actual, request }: Observation): string {
  return `${operation} ${observation}: expected ${expected}, actual ${actual} (${request.method} ${request.url})`
}
