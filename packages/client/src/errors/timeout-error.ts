import { UserApiError } from './user-api-error.ts'

/**
 * One attempt took longer than `timeout`, and there was none left.
 *
 * @example
 * if (isErrorOfKind('timeout', error)) console.log('too slow:', error.url)
 */
export class TimeoutError<Id extends string | undefined> extends UserApiError<Id> {
  override readonly name = 'TimeoutError'
  override readonly kind = 'timeout'
  /** There is no status. */
  declare readonly status: undefined
}
