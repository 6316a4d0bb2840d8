import {
  type QueryClient,
  type UseMutationOptions,
  type UseMutationResult,
  useMutation,
} from '@tanstack/react-query'
import type { ErrorOf, OperationId, ResultOf } from '@windmill-user-api/client'
import type { MutationFactory, MutationSettings, Variables } from './mutation.ts'
import { useClient } from './provider.ts'

/** What the hook of a mutation takes: everything that `useMutation` does, but the key and the function, and what is read again. */
export type MutationHookOptions<Id extends OperationId, Input extends object, Context> = Omit<
  UseMutationOptions<ResultOf<Id>, ErrorOf<Id>, Variables<Input>, Context>,
  'mutationKey' | 'mutationFn'
> &
  MutationSettings

/** What the hook of a mutation returns: `mutate` takes the input of the operation. */
export type MutationHookResult<Id extends OperationId, Input extends object, Context> = UseMutationResult<
  ResultOf<Id>,
  ErrorOf<Id>,
  Variables<Input>,
  Context
>

/** `useMutation` for one operation. */
export type MutationHook<Id extends OperationId, Input extends object> = <Context = unknown>(
  options?: MutationHookOptions<Id, Input, Context>,
  queryClient?: QueryClient,
) => MutationHookResult<Id, Input, Context>

/** Makes the hook of a mutation. What the caller gives for the same moment runs first, and replaces nothing. */
export function mutationHook<Id extends OperationId, Input extends object>(
  factory: MutationFactory<Id, Input>,
): MutationHook<Id, Input> {
  // biome-ignore lint/correctness/noComponentHookFactories: generated modules call it once each, outside of components
  return function useOperation<Context>(
    { invalidation, ...options }: MutationHookOptions<Id, Input, Context> = {},
    queryClient?: QueryClient,
  ) {
    const made = factory(useClient(), { invalidation })
    const onSettled: typeof options.onSettled = async (...settled) => {
      try {
        await options.onSettled?.(...settled)
      } finally {
        await made.onSettled(...settled)
      }
    }
    const meta = { ...options.meta, ...made.meta }
    return useMutation({ ...options, ...made, onSettled, meta }, queryClient)
  }
}
