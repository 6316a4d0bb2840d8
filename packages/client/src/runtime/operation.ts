import type { OperationId, ResultOf } from '../types/responses.ts'
import { call } from './call.ts'
import type { CallOptions } from './call-options.ts'
import type { Client } from './client.ts'
import type { OperationFacts, RareFacts } from './facts.ts'
import type { Members } from './request.ts'

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
}

/** An operation as a method: a function of its input and the options of the call. */
export type OperationMethod<Id extends OperationId, Input extends object> = (
  ...call: CallArguments<Input>
) => Promise<ResultOf<Id>>

/** Makes the function of an operation from what the document says of it. */
export function operation<Id extends OperationId, Input extends object>(
  id: Id,
  method: string,
  path: string,
  responses: OperationFacts['responses'],
  parameters: OperationFacts['parameters'] = {},
  rare: RareFacts = {},
): OperationFunction<Id, Input> {
  const facts: OperationFacts<Id> = { id, method, path, responses, parameters, rare }
  const run = (client: Client, input?: Members, options?: CallOptions) => call(client, facts, input, options)
  // The body was read by the media types of the same document that the types come from.
  return Object.assign(run, { id }) as OperationFunction<Id, Input>
}
