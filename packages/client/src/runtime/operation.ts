import type { ErrorOf } from '../types/error-of.ts'
import type { OperationId, ResultOf, SuccessOf } from '../types/responses.ts'
import type { CallOptions } from './call-options.ts'
import type { Client } from './client.ts'
import type { OperationFacts, RareFacts } from './facts.ts'
import type { Members } from './given.ts'
import { isUserApiError } from './guards.ts'

/** The input of an operation that takes nothing. */
export type NoInput = { readonly [name: string]: never }

/** The input, which may be left out where all of it is optional, and the options of the call. */
export type CallArguments<Input extends object> =
  Record<never, never> extends Input
    ? [input?: Input, options?: CallOptions]
    : [input: Input, options?: CallOptions]

/** An operation as a function of its client, its input and the options of the call. */
export interface OperationFunction<Id extends OperationId, Input extends object> {
  (client: Client, ...call: CallArguments<Input>): Promise<ResultOf<Id>>
  /** The name of the operation, as the document has it. */
  readonly id: Id
  /** What the client knows of the operation. */
  readonly facts: OperationFacts<Id>
  /**
   * The same call, which resolves in any case: to the result and its answer, or to the error, so that the compiler sees both.
   *
   * @example
   * const result = await whois.safe(client, { workspace: 'demo', username: 'ada' })
   * if (result.ok) console.log(result.value.email, result.response.headers.get('Date'))
   */
  safe(client: Client, ...call: CallArguments<Input>): Promise<SafeResult<Id>>
}

/**
 * How a call ended. Of a success, `status` narrows `value` to what the document says of it, where it names several.
 *
 * @example
 * const result = await api.whois.safe({ workspace: 'demo', username: 'ada' })
 * if (result.ok) console.log(result.value.email, result.response.headers.get('Date'))
 * else if (result.error.status === 404) console.log('nobody of that name')
 */
export type SafeResult<Id extends OperationId> =
  | ({ readonly ok: true } & SuccessOf<Id>)
  | { readonly ok: false; readonly error: ErrorOf<Id> }

/** An operation as a method: a function of its input and the options of the call. */
export interface OperationMethod<Id extends OperationId, Input extends object> {
  (...call: CallArguments<Input>): Promise<ResultOf<Id>>
  /**
   * The same call, which resolves in any case: to the result and its answer, or to the error, so that the compiler sees both.
   *
   * @example
   * const result = await api.whois.safe({ workspace: 'demo', username: 'ada' })
   * if (result.ok) console.log(result.value.email, result.response.headers.get('Date'))
   */
  safe(...call: CallArguments<Input>): Promise<SafeResult<Id>>
}

/** Makes the function of an operation from what the document says of it. */
export function operation<Id extends OperationId, Input extends object>(
  id: Id,
  method: string,
  path: string,
  responses: OperationFacts['responses'],
  rare?: RareFacts,
): OperationFunction<Id, Input> {
  const facts: OperationFacts<Id> = { id, method, path, responses, ...rare }
  const answered = (client: Client, input?: Members, options?: CallOptions) => {
    // In JavaScript, the input may come first, or alone.
    if (client?.['~call']) return client['~call'](facts, input, options)
    throw new TypeError(`${id} expected a Client`)
  }
  const run = async (...call: Parameters<typeof answered>) => (await answered(...call)).value
  const safe = async (...call: Parameters<typeof answered>) => {
    try {
      return { ok: true, ...(await answered(...call)) }
    } catch (error) {
      if (isUserApiError(error)) return { ok: false, error }
      throw error
    }
  }
  // The body was read by the media types of the same document that the types come from. Through `unknown`: it may have no operation.
  return Object.assign(run, { id, facts, safe }) as unknown as OperationFunction<Id, Input>
}
