import { UserApiError } from './user-api-error.ts'

/**
 * The whole call, with its attempts and the pauses between them, took longer than `deadline`.
 *
 * @example
 * if (isErrorOfKind('deadline', error)) console.log('too slow:', error.url)
 */
export class DeadlineError<Id extends string | undefined> extends UserApiError<Id> {
  override readonly name = 'DeadlineError'
  override readonly kind = 'deadline'
  /** There is no status. */
  declare readonly status: undefined
}
