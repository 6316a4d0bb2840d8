import { AnswerError } from './answer-error.ts'

/**
 * The server, or something before it, answered with a status that the document does not name for this operation: a 502 of a
 * proxy, say. Its `text` is kept.
 *
 * @example
 * if (isErrorOfKind('undeclared-status', error)) console.log(error.status, error.text)
 */
export class UndeclaredStatusError<Id extends string | undefined, Status extends number> extends AnswerError<
  Id,
  Status,
  undefined
> {
  override readonly name = 'UndeclaredStatusError'
  override readonly kind = 'undeclared-status'
}
