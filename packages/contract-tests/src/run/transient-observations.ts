import type { Observation } from '../expect/observation.ts'
import { describeKind } from '../http/no-response.ts'
import type { TransientFailure } from '../http/retrying-transport.ts'

/**
 * What failed once and succeeded when it was sent again, as observations. How often it failed differs from run to run, so the count
 * is not part of what was expected or observed.
 */
export function transientObservations(failures: readonly TransientFailure[]): readonly Observation[] {
  return failures.map((failure) => {
    const { operation, request, exchange, count } = failure
    const isStatus = 'status' in failure
    return {
      ...{ operation, shownBy: operation, request, exchange, count },
      rule: 'transient',
      observation: isStatus ? 'status' : 'connection',
      expected: 'no failure in passing',
      actual: `${isStatus ? failure.status : describeKind(failure.kind)} in passing`,
      pointers: [],
    }
  })
}
