import { notFound } from '../domain/refusal.ts'
import { keepASuperAdmin, renewListings } from '../domain/super-admin.ts'
import type { Handler } from '../handler.ts'
import { findAccount, lockAccount, setSuperAdmin } from '../store/accounts.ts'

/** Makes a super admin or unmakes one; what is absent or null stays as it is. */
export const globalUserUpdate: Handler<'globalUserUpdate'> = async ({ input, context }) => {
  const email = input.path.email.toLowerCase()
  const superAdmin = input.body.is_super_admin ?? undefined
  const unknownAccount = notFound(`no account has the e-mail ${email}`)
  await context.database.transaction().execute(async (transaction) => {
    if (!(await findAccount(transaction, email))) throw unknownAccount
    if (superAdmin === undefined) return
    if (!superAdmin) await keepASuperAdmin(transaction, email)
    if (!(await lockAccount(transaction, email))) throw unknownAccount
    await setSuperAdmin(transaction, email, superAdmin)
    await renewListings(transaction, email)
  })
  return { body: `${email} is updated` }
}
