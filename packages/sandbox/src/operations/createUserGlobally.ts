import { hashPassword } from '../domain/password.ts'
import { badRequest } from '../domain/refusal.ts'
import { renewListings } from '../domain/super-admin.ts'
import type { Handler } from '../handler.ts'
import { insertAccount } from '../store/accounts.ts'

/** Makes an account. Of many requests for one e-mail at once, one succeeds. */
export const createUserGlobally: Handler<'createUserGlobally'> = async ({ input, context }) => {
  const { password, super_admin, name = null, company = null } = input.body
  const email = input.body.email.toLowerCase()
  const account = {
    email,
    password_hash: await hashPassword(password, context.random),
    login_type: 'password',
    super_admin,
    verified: true,
    name,
    company,
    created_at: context.clock(),
  }
  const inserted = await context.database.transaction().execute(async (transaction) => {
    if (!(await insertAccount(transaction, account))) return false
    if (super_admin) await renewListings(transaction, email)
    return true
  })
  if (!inserted) throw badRequest(`${email} has an account already`)
  return { body: `${email} has an account` }
}
