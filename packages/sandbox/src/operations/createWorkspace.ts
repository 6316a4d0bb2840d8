import { badRequest, unauthorized } from '../domain/refusal.ts'
import { refuseReserved } from '../domain/username.ts'
import type { Handler } from '../handler.ts'
import { keepAccount } from '../store/accounts.ts'
import { insertMember } from '../store/members.ts'
import { insertWorkspace } from '../store/workspaces.ts'

/** Makes a workspace with the caller as its first admin. */
export const createWorkspace: Handler<'createWorkspace'> = async ({ input, caller, context }) => {
  const { id, name, username, domain = null } = input.body
  const { email } = caller.account
  refuseReserved(username)
  await context.database.transaction().execute(async (transaction) => {
    if (!(await keepAccount(transaction, email))) throw unauthorized()
    if (!(await insertWorkspace(transaction, { id, name, owner: email, domain }))) {
      throw badRequest(`the workspace ${id} exists already`)
    }
    const created_at = context.clock()
    await insertMember(transaction, { workspace_id: id, username, email, is_admin: true, created_at })
  })
  return { body: `the workspace ${id} is created` }
}
