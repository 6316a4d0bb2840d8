import type { Handler } from '../handler.ts'
import { writeUses } from '../store/token-uses.ts'
import { listTokensOf } from '../store/tokens.ts'

/** The caller's tokens that still let somebody in, newest first. */
export const listTokens: Handler<'listTokens'> = async ({ caller, context }) => {
  await writeUses(context.database)
  const tokens = await listTokensOf(context.database, caller.account.email, context.clock())
  const body = tokens.map(({ label, expiration, prefix, created_at, last_used_at }) => ({
    label,
    expiration: expiration?.toISOString() ?? null,
    token_prefix: prefix,
    created_at: created_at.toISOString(),
    last_used_at: last_used_at.toISOString(),
  }))
  return { body }
}
