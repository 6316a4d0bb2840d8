import type { Mutation, MutationFunctionContext, MutationMeta, NetworkMode } from '@tanstack/react-query'
import {
  type CallOptions,
  type Client,
  type ErrorOf,
  type OperationId,
  RefusedError,
  type ResultOf,
} from '@windmill-user-api/client'
import { type Affected, type Invalidation, invalidationOf, readAgain } from './invalidation.ts'
import { product, scopeOf } from './keys.ts'
import { ledBack } from './led-back.ts'
import type { OperationCall } from './operation-call.ts'
import { type SecretPath, withoutSecrets } from './secrets.ts'

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
  /** Set if the input has a secret: such a mutation never waits for the network, because what waits is stored. */
  readonly networkMode?: NetworkMode
  /** Set if the input has a secret: such a mutation is not kept once nobody shows it. */
  readonly gcTime?: number
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

/** What the document says of an operation that a mutation has to know. */
export interface MutationFacts {
  /** The queries that it changes. Default: none. */
  readonly affects?: Affected
  /** Where its input has secrets. Default: nowhere. */
  readonly secrets?: readonly SecretPath[]
}

/** Makes the options of a mutation from a client. */
export type MutationFactory<Id extends OperationId, Input extends object> = (
  client: Client,
  settings?: MutationSettings,
) => MutationOptions<Id, Input>

const nothing: Affected = { queries: [], by: [] }

/** The mutation of an operation that changes something. When it is over, the queries that it changes are read again. */
export function mutation<Id extends OperationId, Input extends object>(
  operation: OperationCall<Id, Input, ResultOf<Id>>,
  { affects = nothing, secrets }: MutationFacts = {},
): MutationFactory<Id, Input> {
  return (client, settings) => {
    const call = ledBack(operation)
    const invalidation = invalidationOf(settings)
    return {
      mutationKey: [product, scopeOf(client), operation.id],
      mutationFn: (input, context) =>
        // An input that may be omitted is all optional.
        call(client, (input ?? {}) as Input, context && begun(context, input, secrets)),
      onSettled: (_result, _error, input, _onMutateResult, { client: queryClient }) => {
        if (invalidation === 'off') return undefined
        const done = readAgain(queryClient, client, affects, { ...input })
        return invalidation === 'awaited' ? done : undefined
      },
      meta: { affects: affects.queries },
      // Without a scope of the application's defaults.
      ...(secrets && { networkMode: 'always', gcTime: 0, scope: undefined }),
    }
  }
}

/** The mutation that was begun with a context, which stays the same when it is tried again. */
const mutations = /* @__PURE__ */ new WeakMap<MutationFunctionContext, Mutation<unknown, Error, unknown>>()

/** Takes the secrets out of what the cache holds, and leaves retries to one of both: to the application if it has set any. */
function begun(
  context: MutationFunctionContext,
  input: unknown,
  secrets?: readonly SecretPath[],
): CallOptions {
  const { client, mutationKey = [] } = context
  const running = client.getMutationCache().findAll({ mutationKey, status: 'pending' })
  const own = mutations.get(context) ?? running.find(({ state }) => state.variables === input)
  if (!own) return {}
  mutations.set(context, own)
  if (secrets) keepSecret(own, input, secrets)
  return own.options.retry === undefined ? {} : { retry: false }
}

/** @throws RefusedError if the application makes a mutation with a secret wait, because TanStack Query stores the input of one that waits. */
function keepSecret(
  own: Mutation<unknown, Error, unknown>,
  input: unknown,
  secrets: readonly SecretPath[],
): void {
  own.state = { ...own.state, variables: withoutSecrets(input, secrets) }
  const { scope, networkMode } = own.options
  if (scope || networkMode !== 'always')
    throw new RefusedError(scope ? 'scope' : 'networkMode', 'no other, because the input has a secret')
}
