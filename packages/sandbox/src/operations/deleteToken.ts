import type { Handler } from '../handler.ts'
import { removeTokensByPrefix } from '../store/tokens.ts'

/** Revokes the caller's tokens with this prefix. That there are none is no error. */
export const deleteToken: Handler<'deleteToken'> = async ({ input, caller, context }) => {
  const { token_prefix: prefix } = input.path
  const count = await removeTokensByPrefix(context.database, caller.account.email, prefix)
  return { body: `deleted ${count} ${count === 1 ? 'token' : 'tokens'} with the prefix ${prefix}` }
}
