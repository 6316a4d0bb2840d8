import type { Database } from '../database/schema.ts'
import { sha256 } from '../domain/digest.ts'
import { countFailure, countSuccess, refuseTooMany } from '../domain/login-limit.ts'
import { isPassword } from '../domain/password.ts'
import { badRequest } from '../domain/refusal.ts'
import { openSession, sessionAnswer } from '../domain/session.ts'
import type { Context, Handler } from '../handler.ts'
import { findAccount, lockAccount } from '../store/accounts.ts'

/** One text, after the same work, for an unknown e-mail, a wrong password and an account of another login type. */
export const login: Handler<'login'> = async ({ input, context }) => {
  const { database, clock } = context
  const email = input.body.email.toLowerCase()
  const emailHash = await sha256(email)
  await refuseTooMany(database, emailHash, clock())
  const account = await findAccount(database, email)
  const right = await isPassword(input.body.password, account?.password_hash)
  const token = await database.transaction().execute(async (transaction) => {
    if (!right) return countFailure(transaction, emailHash, clock())
    await countSuccess(transaction, emailHash, clock())
    return openUnlessChanged(context, transaction, email, account?.password_hash)
  })
  if (token === undefined) throw badRequest('Invalid login')
  return sessionAnswer(token)
}

/** The password may have been changed, or the account deleted, while it was compared. */
async function openUnlessChanged(
  context: Context,
  transaction: Database,
  email: string,
  comparedHash: string | null | undefined,
): Promise<string | undefined> {
  const account = await lockAccount(transaction, email)
  return account && account.password_hash === comparedHash
    ? openSession(context, transaction, email)
    : undefined
}
