import { type Attempt, UserApiError } from './user-api-error.ts'

/** What came back, read to its end. */
export interface Answer<Status extends number, Body> {
  readonly status: Status
  readonly response: Response
  readonly text: string
  readonly body: Body
}

/** Characters of an answer's text that an error keeps. */
const textLimit = 4096

/**
 * The base of the errors that an answer caused.
 *
 * @example
 * if (error instanceof AnswerError) console.log(error.response.headers.get('X-Request-Id'))
 */
export abstract class AnswerError<
  Id extends string | undefined,
  Status extends number,
  Body,
> extends UserApiError<Id> {
  /** The status of the answer. */
  readonly status: Status
  // Private, so that neither a logger nor JSON.stringify prints what the server wrote: it may quote a secret.
  readonly #answer: Answer<Status, Body>

  /** Makes an error of an answer that was read. */
  constructor(what: string, attempt: Attempt<Id>, answer: Answer<Status, Body>) {
    super(`answered ${answer.status}${what}`, attempt)
    this.status = answer.status
    this.#answer = answer
  }

  /** The body as the document describes it; `undefined` where the answer had none, or another one. */
  get body(): Body {
    return this.#answer.body
  }

  /** What the server wrote, cut to 4,096 characters. It may quote what was sent, so do not log it unread. */
  get text(): string {
    return this.#answer.text.slice(0, textLimit)
  }

  /** The answer, for its headers; its body is read already. */
  get response(): Response {
    return this.#answer.response
  }
}
