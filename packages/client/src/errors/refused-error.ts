import { type Attempt, UserApiError } from './user-api-error.ts'

/**
 * The client refused what it was given, and sent nothing of it.
 *
 * @example
 * if (isErrorOfKind('refused', error)) console.log('not sent, because of', error.argument)
 */
export class RefusedError<Id extends string | undefined> extends UserApiError<Id> {
  override readonly name = 'RefusedError'
  override readonly kind = 'refused'
  /** There is no status. */
  declare readonly status: undefined
  /**
   * What was refused: the name of a parameter or a header, `baseUrl`, `auth`, `token`, `headers` or `body` if they cannot be sent, `path`
   * for one that the document does not have, or `page` for one that repeats.
   */
  declare readonly argument: string

  /** Makes the message `refused argument, expected …: METHOD url`. The value itself is not in it: it may be a secret. */
  constructor(argument: string, expected: string, attempt?: Partial<Attempt<Id>>, options?: ErrorOptions) {
    super(`refused ${argument}, expected ${expected}`, attempt, options)
    this.argument = argument
  }
}
