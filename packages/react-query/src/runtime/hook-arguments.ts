import type { QueryClient, SkipToken } from '@tanstack/react-query'

/** What a hook takes as input: that of the operation, `skipToken`, or `undefined` if all of it is optional. */
export type SkippableInput<Input extends object> =
  | Input
  | SkipToken
  | (Record<never, never> extends Input ? undefined : never)

/** The arguments of a hook. The input can be omitted if all of it is optional. */
export type HookArguments<Input extends object, Options> =
  Record<never, never> extends Input
    ? [input?: SkippableInput<Input>, options?: Options, queryClient?: QueryClient]
    : [input: SkippableInput<Input>, options?: Options, queryClient?: QueryClient]
