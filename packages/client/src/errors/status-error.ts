import { AnswerError } from './answer-error.ts'

/**
 * The server answered with a failure that the document names for this operation.
 *
 * @example
 * if (isErrorOf('whois', error) && error.status === 404) console.log(error.body)
 */
export class StatusError<
  Id extends string | undefined,
  Status extends number,
  Body,
  Reply extends Response = Response,
> extends AnswerError<Id, Status, Body | undefined, Reply> {
  override readonly name = 'StatusError'
  override readonly kind = 'status'
}
