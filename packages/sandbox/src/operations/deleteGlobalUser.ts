import type { Database } from '../database/schema.ts'
import { enterWorkspace, keepAnAdmin } from '../domain/membership.ts'
import { notFound } from '../domain/refusal.ts'
import { keepASuperAdmin } from '../domain/super-admin.ts'
import type { Handler } from '../handler.ts'
import { findAccount, lockAccount, removeAccount } from '../store/accounts.ts'
import { removeInvitesOf } from '../store/invites.ts'
import { listMemberships, removeMember } from '../store/members.ts'

/** Deletes an account with its tokens, memberships and invites, unless somebody would be left without an admin. */
export const deleteGlobalUser: Handler<'deleteGlobalUser'> = async ({ input, context }) => {
  const email = input.path.email.toLowerCase()
  const unknownAccount = notFound(`no account has the e-mail ${email}`)
  await context.database.transaction().execute(async (transaction) => {
    if (!(await findAccount(transaction, email))) throw unknownAccount
    await keepASuperAdmin(transaction, email)
    if (!(await lockAccount(transaction, email))) throw unknownAccount
    await leaveAllWorkspaces(transaction, email)
    await removeInvitesOf(transaction, email)
    await removeAccount(transaction, email)
  })
  return { body: `${email} is deleted` }
}

async function leaveAllWorkspaces(transaction: Database, email: string): Promise<void> {
  for (const { workspace_id } of await listMemberships(transaction, email)) {
    await enterWorkspace(transaction, workspace_id)
  }
  // Read again: who is an admin may have changed before the locks were had.
  for (const membership of await listMemberships(transaction, email)) {
    await keepAnAdmin(transaction, membership)
    await removeMember(transaction, membership)
  }
}
