import { UserApiError } from './user-api-error.ts'

/**
 * No complete answer arrived: no connection, or one that broke. `cause` is what `fetch` threw.
 *
 * @example
 * if (isErrorOfKind('network', error)) console.log('offline?', error.cause)
 */
export class NetworkError<Id extends string | undefined> extends UserApiError<Id> {
  override readonly name = 'NetworkError'
  override readonly kind = 'network'
  /** There is no status. */
  declare readonly status: undefined
}
