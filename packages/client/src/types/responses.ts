import type { operations } from '@windmill-user-api/types'
import type { OperationId } from '../generated/operation-id.ts'
import type { ResponseOf } from './headers.ts'
import type { StatusCode, StatusCodeOf } from './status-code.ts'

export type { OperationId }

/** The documented responses of an operation by status. */
export type ResponsesOf<Id extends OperationId> = operations[Id]['responses']

/** The keys of successes: 200, 201, '2XX'. */
type SuccessKey<Responses> = {
  [Key in keyof Responses]: Key extends string | number
    ? `${Key}` extends `2${string}`
      ? Key
      : never
    : never
}[keyof Responses]

/** Where a document names no success, `default` is one. */
type ResultKey<Responses> = [SuccessKey<Responses>] extends [never]
  ? Extract<keyof Responses, 'default'>
  : SuccessKey<Responses>

/** Media types whose body is read item by item. */
type Streamed = 'text/event-stream' | `${string}${'ndjson' | 'jsonl' | 'jsonlines' | 'json-seq'}`

/** JSON as its schema says, streams item by item, text and XML as any string (a proxy writes its own), anything else as bytes. */
type Decoded<Content> = {
  [Media in keyof Content]: Media extends Streamed
    ? AsyncGenerator<Content[Media], void, undefined>
    : Media extends `${string}${'/' | '+' | '.' | '-'}json`
      ? Content[Media]
      : Media extends `text/${string}` | `${string}xml`
        ? string
        : Blob
}[keyof Content]

/** What a documented response becomes; one without content becomes `undefined`. */
export type BodyOf<Response> = Response extends { content: infer Content } ? Decoded<Content> : undefined

/**
 * What an operation resolves to: the body of its success, decoded as the document says.
 *
 * @example
 * const me: ResultOf<'globalWhoami'> = await globalWhoami(client)
 */
export type ResultOf<Id extends OperationId> = ResultIn<ResponsesOf<Id>>

/** What a success among documented responses becomes. */
export type ResultIn<Responses> = {
  [Key in ResultKey<Responses>]: BodyOf<Responses[Key]>
}[ResultKey<Responses>]

/**
 * The successes of an operation, told apart by their status, each with its answer.
 *
 * @example
 * const isThere = (success: SuccessOf<'whois'>) => success.status === 200
 */
export type SuccessOf<Id extends OperationId> = {
  [Key in ResultKey<ResponsesOf<Id>>]: {
    readonly status: Key extends 'default' ? StatusCodeOf<2> : StatusesOf<ResponsesOf<Id>, Key>
    readonly value: BodyOf<ResponsesOf<Id>[Key]>
    readonly response: ResponseOf<ResponsesOf<Id>[Key]>
  }
}[ResultKey<ResponsesOf<Id>>]

/** The documented responses that are failures. */
export type FailureKey<Responses> = Exclude<keyof Responses, SuccessKey<Responses>>

/** Statuses that a response key stands for, those of other keys included: `404` → 404, `'4XX'` → 400 to 499. */
type Covered<Key> = Key extends number
  ? Key & StatusCode
  : Key extends `${infer Class extends number}XX`
    ? StatusCodeOf<Class>
    : Key extends 'default'
      ? Exclude<StatusCode, StatusCodeOf<2>>
      : never

/** Statuses that a more exact key takes away: a number from a range, both from `default`. */
type MoreExact<Responses, Key> = Key extends number
  ? never
  : Key extends 'default'
    ? Covered<Exclude<keyof Responses, 'default'>>
    : Extract<keyof Responses, number>

/** Exactly the statuses for which a response key decides. */
export type StatusesOf<Responses, Key> = Exclude<Covered<Key>, MoreExact<Responses, Key>>

/** Every success status of the document. */
export type SuccessStatus<Responses> = [SuccessKey<Responses>] extends [never]
  ? StatusCodeOf<2>
  : Covered<SuccessKey<Responses>>

/** Every status that the document does not name for an operation. */
export type UndeclaredStatus<Responses> = Exclude<
  StatusCode,
  Covered<keyof Responses> | SuccessStatus<Responses>
>
