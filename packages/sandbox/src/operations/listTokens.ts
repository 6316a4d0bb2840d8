import type { Reading } from '../handler.ts'
import { reading } from '../reading.ts'
import { latestUse } from '../store/token-uses.ts'
import { tokensOfCaller } from '../store/tokens.ts'

/** The caller's tokens that still let somebody in, newest first. */
export const listTokens: Reading<'listTokens'> = reading(tokensOfCaller, {
  values: (_input, now) => ({ now: now.toISOString() }),
  present: (tokens, _input, { database }) => {
    const body = tokens.map(({ hash, label, expiration, prefix, created_at, last_used_at }) => ({
      label,
      expiration: expiration === null ? null : toText(expiration),
      token_prefix: prefix,
      created_at: toText(created_at),
      last_used_at: (latestUse(database, hash) ?? new Date(last_used_at)).toISOString(),
    }))
    return { body }
  },
})

function toText(time: string): string {
  return new Date(time).toISOString()
}
