import { UserApiError } from './user-api-error.ts'

/** The caller's signal ended the call. `cause` is the signal's reason. */
export class AbortedError<Id extends string | undefined> extends UserApiError<Id> {
  override readonly name = 'AbortedError'
  override readonly kind = 'aborted'
  /** There is no status. */
  declare readonly status: undefined
}
