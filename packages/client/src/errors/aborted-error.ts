import { UserApiError } from './user-api-error.ts'

/**
 * The caller's signal ended the call. `cause` is the signal's reason.
 *
 * @example
 * if (isErrorOfKind('aborted', error)) console.log('given up:', error.cause)
 */
export class AbortedError<Id extends string | undefined> extends UserApiError<Id> {
  override readonly name = 'AbortedError'
  override readonly kind = 'aborted'
  /** There is no status. */
  declare readonly status: undefined
}
