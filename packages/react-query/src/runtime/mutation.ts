import type { QueryClient, UseMutationOptions } from '@tanstack/react-query'
import type { Client, ErrorOf, OperationId, ResultOf } from '@windmill-user-api/client'
import { scope } from './keys.ts'
import type { OperationCall } from './operation-call.ts'

/** What `mutate` takes: the input of the operation, or nothing where all of it is optional. */
export type Variables<Input extends object> =
  // biome-ignore lint/suspicious/noConfusingVoidType: `mutate()` without an argument needs void, says TanStack Query
  Record<never, never> extends Input ? Input | void : Input

/** Options for `useMutation` with the operation's own types of result, error and input. */
export type MutationOptions<Id extends OperationId, Input extends object> = OptionsOf<
  Id,
  Variables<Input>,
  ResultOf<Id>
>

type OptionsOf<Id extends OperationId, Given, Result> = UseMutationOptions<Result, ErrorOf<Id>, Given> & {
  readonly mutationKey: readonly [scope: typeof scope, operation: Id]
  readonly mutationFn: (input: Given, context?: MutationContext) => Promise<Result>
}

/** What TanStack Query tells the function of a mutation. */
export interface MutationContext {
  /** Whose queries are read again. */
  readonly client: QueryClient
}

/** The queries that a mutation changes, by the paths of the document. */
export interface Affected {
  /** Their operations. */
  readonly queries: readonly OperationId[]
  /** Members of the input that a query has in common with the mutation: `workspace`. */
  readonly by: readonly string[]
}

/** Makes the options of a mutation from a client. */
export type MutationFactory<Id extends OperationId, Input extends object> = (
  client: Client,
) => MutationOptions<Id, Input>

/** The mutation of an operation that changes something. When it has succeeded, the queries that it affects are read again. */
// biome-ignore lint/suspicious/noConfusingVoidType: as in `Variables`
export function mutation<Id extends OperationId, Given extends object | void, Result>(
  operation: OperationCall<Id, Given, Result>,
  affected: Affected = { queries: [], by: [] },
): (client: Client) => OptionsOf<Id, Given, Result> {
  return (client) => ({
    mutationKey: [scope, operation.id],
    mutationFn: async (input, context) => {
      const result = await operation(client, input)
      if (context) invalidate(context.client, affected, { ...input })
      return result
    },
  })
}

/** Not awaited: a mutation is done when the server has done it, not when every list is there again. */
function invalidate(queryClient: QueryClient, { queries, by }: Affected, input: object): void {
  const common = Object.fromEntries(Object.entries(input).filter(([name]) => by.includes(name)))
  for (const id of queries) void queryClient.invalidateQueries({ queryKey: [scope, id, common] })
}
