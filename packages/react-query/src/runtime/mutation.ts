import type { MutationFunctionContext, MutationMeta } from '@tanstack/react-query'
import type { Client, ErrorOf, OperationId, ResultOf } from '@windmill-user-api/client'
import { type Affected, type Invalidation, readAgain } from './invalidation.ts'
import { product } from './keys.ts'
import type { OperationCall } from './operation-call.ts'

/** What `mutate` takes: the input of the operation, or nothing where all of it is optional. */
export type Variables<Input extends object> =
  // biome-ignore lint/suspicious/noConfusingVoidType: `mutate()` without an argument needs void, says TanStack Query
  Record<never, never> extends Input ? Input | void : Input

/** The key of a mutation: on whose behalf, and what was called. */
export type MutationKey<Id extends OperationId> = readonly [
  product: typeof product,
  scope: string,
  operation: Id,
]

/** Options for `useMutation` with the operation's own types of result, error and input. */
export interface MutationOptions<Id extends OperationId, Input extends object> {
  /** Names the account and the operation, for `useIsMutating` and `useMutationState`. */
  readonly mutationKey: MutationKey<Id>
  /** Calls the operation. */
  readonly mutationFn: (input: Variables<Input>, context?: MutationFunctionContext) => Promise<ResultOf<Id>>
  /** Reads again what the mutation has changed, as `invalidation` says. */
  readonly onSettled: (
    result: ResultOf<Id> | undefined,
    error: ErrorOf<Id> | null,
    input: Variables<Input>,
    onMutateResult: unknown,
    context: MutationFunctionContext,
  ) => Promise<void> | undefined
  /** Which queries the mutation changes, so that others which change them too know of it. */
  readonly meta: MutationMeta
}

/** How a mutation treats the queries that it changes. */
export interface MutationSettings {
  /**
   * When the queries that the mutation changes are read again. `'background'` does it after the mutation, which does not wait for
   * them; `'awaited'` keeps the mutation pending until they are there; `'off'` leaves it to you. While another mutation that changes
   * the same queries is running, they are read after that one, so that its optimistic update stays. Default: `'background'`.
   *
   * @example
   * useCreateUser({ invalidation: 'awaited' })
   */
  readonly invalidation?: Invalidation | undefined
}

/** Makes the options of a mutation from a client. */
export type MutationFactory<Id extends OperationId, Input extends object> = (
  client: Client,
  settings?: MutationSettings,
) => MutationOptions<Id, Input>

/** The mutation of an operation that changes something. When it is over, the queries that it changes are read again. */
export function mutation<Id extends OperationId, Input extends object>(
  operation: OperationCall<Id, Input, ResultOf<Id>>,
  affected: Affected = { queries: [], by: [] },
): MutationFactory<Id, Input> {
  return (client, { invalidation = 'background' } = {}) => ({
    mutationKey: [product, client.scope, operation.id],
    // An input that may be omitted is all optional.
    mutationFn: (input) => operation(client, (input ?? {}) as Input),
    onSettled: (_result, _error, input, _onMutateResult, context) => {
      if (invalidation === 'off') return undefined
      const done = readAgain(context.client, client, affected, { ...input })
      return invalidation === 'awaited' ? done : undefined
    },
    meta: { affects: affected.queries },
  })
}
