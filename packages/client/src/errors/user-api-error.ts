import { brand } from './brand.ts'

/** The call that an error is about. */
export interface Attempt<Id extends string | undefined = string | undefined> {
  /** The operation; `undefined` where none was called yet. */
  readonly operation: Id
  /** The HTTP method; empty where none was chosen yet. */
  readonly method: string
  /** The URL without its query, or the path template where nothing was sent. */
  readonly url: string
}

/**
 * The base of all errors of this package. What may hold a secret (the body, the answer's text and headers) is neither in the
 * message nor in a property that a logger or `JSON.stringify` would print.
 *
 * @example
 * if (isUserApiError(error)) console.error(error.kind, error.operation)
 */
export abstract class UserApiError<Id extends string | undefined = string | undefined>
  extends Error
  implements Attempt<Id>
{
  /** The name of the class, as a literal. */
  abstract override readonly name: string
  /** What went wrong, as a literal. */
  abstract readonly kind: string
  /** The operation that was called; `undefined` where none was yet. */
  declare readonly operation: Id
  /** The HTTP method of the call; empty where none was chosen yet. */
  declare readonly method: string
  /** The URL of the call without its query, or its path template where nothing was sent. */
  declare readonly url: string

  /** Makes the message `what: METHOD url`. */
  constructor(
    what: string,
    { operation, method = '', url = '' }: Partial<Attempt<Id>> = {},
    options?: ErrorOptions,
  ) {
    super(url ? `${what}: ${method} ${url}` : what, options)
    Object.assign(this, { operation, method, url })
    Object.defineProperty(this, brand, { value: true })
  }
}
