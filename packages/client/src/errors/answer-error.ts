import { type Attempt, UserApiError } from './user-api-error.ts'

/** What came back, read to its end. */
export interface Answer<Status extends number, Body> {
  readonly status: Status
  readonly response: Response
  /** Safe to print. */
  readonly text: string
  readonly body?: Body
}

/**
 * The base of the errors that an answer caused.
 *
 * @example
 * if (isErrorOfKind('status', error)) console.log(error.response.headers.get('X-Request-Id'))
 */
export abstract class AnswerError<
  Id extends string | undefined,
  Status extends number,
  Body,
  Reply extends Response = Response,
> extends UserApiError<Id> {
  /** The status of the answer. */
  declare readonly status: Status
  /** The body as described in the OpenAPI document; `undefined` if the response had none, or a different one. */
  declare readonly body: Body
  /**
   * What the server wrote, cut to 4,096 characters and with control characters escaped. It may quote what was sent, so do not log it
   * unread.
   */
  declare readonly text: string
  /** The response, for its headers. Its body has already been read. */
  declare readonly response: Reply

  /** Makes an error of an answer that was read. */
  constructor(what: string, attempt: Attempt<Id>, answer: Answer<Status, Body>) {
    super(`answered ${answer.status}${what}`, attempt)
    this.status = answer.status
    // Getters that no logger and no JSON.stringify reads: what the server wrote may quote a secret. Private fields would do the same, but
    // make the types of two copies of this package incompatible.
    for (const name of ['body', 'text', 'response'] as const)
      Object.defineProperty(this, name, { get: () => answer[name] })
  }
}
