import type { DataTag, QueryFunction, SkipToken, ThrowOnError } from '@tanstack/react-query'
import type { Client, ErrorOf, OperationId, ResultOf } from '@windmill-user-api/client'
import { keyable } from './input.ts'
import { type OperationKey, product, scopeOf } from './keys.ts'
import { ledBack } from './led-back.ts'
import type { InputArgument, OperationCall } from './operation-call.ts'
import { leftToClient, type QueryContext, retriedByOne } from './retry.ts'
import { isSkipped } from './skipped.ts'

/** What a query of an operation holds: its result, with `null` for one without content, because a query cannot hold `undefined`. */
export type QueryData<Id extends OperationId> =
  undefined extends ResultOf<Id> ? Exclude<ResultOf<Id>, undefined> | null : ResultOf<Id>

/** Options for `useQuery`, `useSuspenseQuery`, `queryClient.fetchQuery`, … with the operation's own types of data and error. */
export interface QueryOptions<Id extends OperationId, Input extends object> {
  /** Names the account, the operation and its input. It tells TanStack Query which data and errors belong to it. */
  readonly queryKey: DataTag<OperationKey<Id, Input>, QueryData<Id>, ErrorOf<Id>>
  /** Calls the operation. */
  readonly queryFn: QueryFunction<QueryData<Id>, OperationKey<Id, Input>>
  /** As the application's defaults say. Without them never, because the client retries. */
  retry(failureCount: number, error: ErrorOf<Id>): boolean
  /** Not set. TanStack Query reads the type of the errors from it. */
  readonly throwOnError?: ThrowOnError<QueryData<Id>, ErrorOf<Id>, QueryData<Id>, OperationKey<Id, Input>>
}

/** The same where the input may be `skipToken`, for `useQuery`: nothing can wait for a query that is skipped. */
export interface SkippableQueryOptions<Id extends OperationId, Input extends object> {
  /** Names the account, the operation and its input, which is `null` if the query is skipped. */
  readonly queryKey: DataTag<OperationKey<Id, Input | null>, QueryData<Id>, ErrorOf<Id>>
  /** Calls the operation, or skips it. */
  readonly queryFn: QueryFunction<QueryData<Id>, OperationKey<Id, Input | null>> | SkipToken
  /** As the application's defaults say. Without them never, because the client retries. */
  retry(failureCount: number, error: ErrorOf<Id>): boolean
  /** Not set. TanStack Query reads the type of the errors from it. */
  readonly throwOnError?: ThrowOnError<
    QueryData<Id>,
    ErrorOf<Id>,
    QueryData<Id>,
    OperationKey<Id, Input | null>
  >
}

/** Makes the options of a query from a client and the input of the operation, or `skipToken` for as long as that is unknown. */
export interface QueryFactory<Id extends OperationId, Input extends object> {
  <Given extends Input | SkipToken>(client: Client, input: Skippable<Given>): SkippableQueryOptions<Id, Input>
  // The last one, because `ReturnType` takes that.
  (client: Client, ...input: InputArgument<Input>): QueryOptions<Id, Input>
}

/** What was given, if that may be `skipToken`. */
export type Skippable<Given> = SkipToken extends Given ? Given : never

/** The query of an operation that only reads. */
export function query<Id extends OperationId, Input extends object>(
  operation: OperationCall<Id, Input, ResultOf<Id>>,
): QueryFactory<Id, Input>
// Said twice, because the compiler cannot follow the input and the tags of the key through a generic function.
export function query(operation: OperationCall<OperationId, object, unknown>): unknown {
  return (client: Client, given?: object | SkipToken) => {
    const call = ledBack(operation)
    const input = keyable(given)
    return {
      queryKey: [product, scopeOf(client), operation.id, isSkipped(input) ? null : input],
      queryFn: isSkipped(input)
        ? input
        : async (context: QueryContext) =>
            (await retriedByOne(context, (options) => call(client, input, options))) ?? null,
      retry: leftToClient,
    }
  }
}
