import { AnswerError } from './answer-error.ts'

/**
 * The server answered with success, but not with the body that the document describes: another media type, no body where
 * there should be one, broken JSON, or JSON in which `validate` found something wrong.
 *
 * @example
 * if (isErrorOfKind('decode', error)) console.log(error.message, error.response.headers.get('Content-Type'))
 */
export class DecodeError<Id extends string | undefined, Status extends number> extends AnswerError<
  Id,
  Status,
  undefined
> {
  override readonly name = 'DecodeError'
  override readonly kind = 'decode'
}
