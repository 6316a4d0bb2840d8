import { addMember } from '../domain/membership.ts'
import { notFound, unauthorized } from '../domain/refusal.ts'
import type { Handler } from '../handler.ts'
import { keepAccount } from '../store/accounts.ts'
import { takeInvite } from '../store/invites.ts'
import { lockWorkspace } from '../store/workspaces.ts'

/** What is refused is rolled back, so that the invite survives a username that is not free. */
export const acceptInvite: Handler<'acceptInvite'> = async ({ input, caller, context }) => {
  const { workspace_id, username } = input.body
  const { email } = caller.account
  const unknownInvite = notFound(`${email} has no invite to ${workspace_id}`)
  await context.database.transaction().execute(async (transaction) => {
    if (!(await keepAccount(transaction, email))) throw unauthorized()
    if (!(await lockWorkspace(transaction, workspace_id))) throw unknownInvite
    const invite = await takeInvite(transaction, { workspace_id, email })
    if (!invite) throw unknownInvite
    const { is_admin } = invite
    await addMember(transaction, { workspace_id, username, email, is_admin, created_at: context.clock() })
  })
  return { body: `${email} is a member of ${workspace_id} as ${username}` }
}
