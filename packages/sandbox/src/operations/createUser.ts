import { addMember, enterWorkspace } from '../domain/membership.ts'
import type { Handler } from '../handler.ts'
import { takeInvite } from '../store/invites.ts'

/** Makes an e-mail a member without asking, and takes its pending invite away. */
export const createUser: Handler<'createUser'> = async ({ input, context }) => {
  const { workspace } = input.path
  const { username, is_admin } = input.body
  const email = input.body.email.toLowerCase()
  await context.database.transaction().execute(async (transaction) => {
    await enterWorkspace(transaction, workspace)
    const created_at = context.clock()
    await addMember(transaction, { workspace_id: workspace, username, email, is_admin, created_at })
    await takeInvite(transaction, { workspace_id: workspace, email })
  })
  return { body: `${username} is a member of ${workspace}` }
}
