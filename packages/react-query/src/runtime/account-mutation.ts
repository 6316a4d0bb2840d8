import type { MutationFunctionContext } from '@tanstack/react-query'
import type { OperationId } from '@windmill-user-api/client'
import { forgetAccount } from './account.ts'
import type { MutationFactory } from './mutation.ts'

/** What is read again since a mutation has changed who is signed in, by the context of that mutation. */
const forgotten = /* @__PURE__ */ new WeakMap<MutationFunctionContext, Promise<void>>()

/**
 * The mutation of an operation that changes who is signed in. It forgets the account as soon as the server has answered: nothing that the
 * application does then may come before.
 */
export function accountMutation<Id extends OperationId, Input extends object>(
  factory: MutationFactory<Id, Input>,
  change: 'signs-in' | 'signs-out',
): MutationFactory<Id, Input> {
  return (client, settings) => {
    const made = factory(client, settings)
    if (settings?.invalidation === 'off') return made
    // Nobody is signed in either if the server no longer knew who was to be signed out.
    const isChanged = (error: { readonly status?: unknown } | null) =>
      !error || (change === 'signs-out' && error.status === 401)
    const forget = (context: MutationFunctionContext) => {
      const done = forgotten.get(context) ?? forgetAccount(context.client, client)
      forgotten.set(context, done)
      return done
    }
    return {
      ...made,
      mutationFn: (input, context) => {
        const answer = made.mutationFn(input, context)
        const forgetNow = (error: { readonly status?: unknown } | null) => {
          if (context && isChanged(error)) forget(context)
        }
        answer.then(() => forgetNow(null), forgetNow)
        return answer
      },
      onSettled: (...settled) => {
        const [, error, , , context] = settled
        if (!forgotten.has(context) && !isChanged(error)) return made.onSettled(...settled)
        const done = forget(context)
        return settings?.invalidation === 'awaited' ? done : undefined
      },
    }
  }
}
