import type {
  AbortedError,
  DeadlineError,
  DecodeError,
  NetworkError,
  RefusedError,
  StatusError,
  TimeoutError,
  UndeclaredStatusError,
} from '../errors/index.ts'
import type { ResponseOf } from './headers.ts'
import type {
  BodyOf,
  FailureKey,
  OperationId,
  ResponsesOf,
  StatusesOf,
  SuccessStatus,
  UndeclaredStatus,
} from './responses.ts'
import type { StatusCode } from './status-code.ts'

/**
 * Everything that a call of an operation can reject with. `switch (error.status)` narrows `error.body` to what the document
 * says of that status; `switch (error.kind)` tells apart the causes.
 *
 * @example
 * const message = (error: ErrorOf<'whois'>) => (error.status === 404 ? 'nobody of that name' : error.message)
 */
export type ErrorOf<Id extends OperationId> = Id extends OperationId
  ? FailedStatus<Id, ResponsesOf<Id>> | UnusableAnswer<Id, ResponsesOf<Id>> | NoAnswer<Id>
  : never

/** What any operation of a document can reject with, without telling the operations apart. */
export type SomeError =
  | StatusError<OperationId, StatusCode, unknown>
  | UndeclaredStatusError<OperationId, StatusCode>
  | DecodeError<OperationId, StatusCode>
  | NoAnswer<OperationId>

type FailedStatus<Id extends OperationId, Responses> = {
  [Key in FailureKey<Responses>]: StatusError<
    Id,
    StatusesOf<Responses, Key>,
    BodyOf<Responses[Key]>,
    ResponseOf<Responses[Key]>
  >
}[FailureKey<Responses>]

type UnusableAnswer<Id extends OperationId, Responses> =
  | UndeclaredStatusError<Id, UndeclaredStatus<Responses>>
  | DecodeError<Id, SuccessStatus<Responses>>

/** What a call rejects with to which nothing came. */
export type NoAnswer<Id extends OperationId | undefined> =
  | NetworkError<Id>
  | TimeoutError<Id>
  | DeadlineError<Id>
  | AbortedError<Id>
  | RefusedError<Id>
