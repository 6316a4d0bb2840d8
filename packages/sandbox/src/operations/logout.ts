import { endedSession } from '../domain/session.ts'
import type { Handler } from '../handler.ts'
import { removeToken } from '../store/tokens.ts'

/** Revokes the token of this call, whatever made it. */
export const logout: Handler<'logout'> = async ({ caller, context }) => {
  await removeToken(context.database, caller.tokenHash)
  return { body: `${caller.account.email} is logged out`, cookie: endedSession }
}
