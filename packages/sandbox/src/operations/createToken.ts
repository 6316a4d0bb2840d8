import { parseDateTime } from '../domain/date-time.ts'
import { badRequest, unauthorized } from '../domain/refusal.ts'
import { issueToken, noStore } from '../domain/session.ts'
import type { Handler } from '../handler.ts'

/** Issues a token. It is shown here and never again. */
export const createToken: Handler<'createToken'> = async ({ input, caller, context }) => {
  const { label = null, expiration = null } = input.body
  const expires = expiration === null ? null : parseDateTime(expiration)
  if (expires && expires <= context.clock()) {
    throw badRequest(`the expiration must be later than now, and is ${expiration}`)
  }
  const { email } = caller.account
  const described = { email, label, session: false, expiration: expires }
  const token = await issueToken(context, context.database, described)
  if (token === undefined) throw unauthorized()
  return { body: token, headers: noStore }
}
