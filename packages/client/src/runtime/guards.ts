import { brand } from '../errors/brand.ts'
import type { AnyError } from '../generated/any-error.ts'
import type { ErrorOf } from '../types/error-of.ts'
import type { OperationId } from '../types/responses.ts'

/**
 * Whether something that was caught comes from this package, whatever the operation. Unlike `instanceof`, it recognizes the errors of
 * other copies of the package too.
 *
 * @example
 * try {
 *   await api.logout()
 * } catch (error) {
 *   if (!isUserApiError(error) || error.status !== 401) throw error
 * }
 */
export function isUserApiError(error: unknown): error is AnyError {
  return brand in Object(error)
}

/**
 * Whether something that was caught comes from a call of this operation. Its `status` then narrows its `body`.
 *
 * @example
 * try {
 *   await api.whois({ workspace: 'demo', username: 'ada' })
 * } catch (error) {
 *   if (isErrorOf('whois', error) && error.status === 404) return undefined
 *   throw error
 * }
 */
export function isErrorOf<Id extends OperationId>(id: Id, error: unknown): error is ErrorOf<Id> {
  return isUserApiError(error) && error.operation === id
}

/**
 * Whether something that was caught is a failure of this kind, whatever the operation. Of an error that is known already, what is left is
 * the one of its operation.
 *
 * @example
 * try {
 *   await api.logout()
 * } catch (error) {
 *   if (isErrorOfKind('network', error)) console.warn('offline', error.cause)
 *   else throw error
 * }
 */
export function isErrorOfKind<Kind extends AnyError['kind']>(
  kind: Kind,
  error: unknown,
): error is Extract<AnyError, { readonly kind: Kind }> {
  return isUserApiError(error) && error.kind === kind
}
