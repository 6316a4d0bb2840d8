import { UserApiError } from './user-api-error.ts'

/** One attempt took longer than `timeout`, and there was none left. */
export class TimeoutError<Id extends string | undefined> extends UserApiError<Id> {
  override readonly name = 'TimeoutError'
  override readonly kind = 'timeout'
  /** There is no status. */
  declare readonly status: undefined
}
