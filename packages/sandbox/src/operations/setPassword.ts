import { hashPassword } from '../domain/password.ts'
import { badRequest, unauthorized } from '../domain/refusal.ts'
import type { Handler } from '../handler.ts'
import { lockAccount, setPasswordHash } from '../store/accounts.ts'
import { removeOtherSessions } from '../store/tokens.ts'

/** Replaces the password and ends every other session. Tokens of `createToken` stay. */
export const setPassword: Handler<'setPassword'> = async ({ input, caller, context }) => {
  const { email, login_type } = caller.account
  if (login_type !== 'password') {
    throw badRequest(`the account logs in with ${login_type}, not with a password`)
  }
  const hash = await hashPassword(input.body.password, context.random)
  await context.database.transaction().execute(async (transaction) => {
    // A login that has compared the old password waits here, and then finds it changed.
    if (!(await lockAccount(transaction, email))) throw unauthorized()
    await setPasswordHash(transaction, email, hash)
    await removeOtherSessions(transaction, email, caller.tokenHash)
  })
  return { body: `the password of ${email} is set` }
}
