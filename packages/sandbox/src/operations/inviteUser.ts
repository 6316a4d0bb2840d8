import { enterWorkspace, refuseMember } from '../domain/membership.ts'
import { badRequest } from '../domain/refusal.ts'
import type { Handler } from '../handler.ts'
import { insertInvite } from '../store/invites.ts'

/** Offers a membership to an e-mail, which needs no account yet. */
export const inviteUser: Handler<'inviteUser'> = async ({ input, context }) => {
  const { workspace } = input.path
  const { is_admin } = input.body
  const email = input.body.email.toLowerCase()
  await context.database.transaction().execute(async (transaction) => {
    await enterWorkspace(transaction, workspace)
    await refuseMember(transaction, workspace, email)
    if (await insertInvite(transaction, { workspace_id: workspace, email, is_admin })) return
    throw badRequest(`${email} is invited to ${workspace} already`)
  })
  return { body: `${email} is invited to ${workspace}` }
}
