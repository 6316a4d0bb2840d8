import { enterWorkspace, keepAnAdmin } from '../domain/membership.ts'
import { notFound } from '../domain/refusal.ts'
import type { Handler } from '../handler.ts'
import { findMember, setAdmin } from '../store/members.ts'

/** Changes the role of a member; what is absent or null stays as it is. */
export const updateUser: Handler<'updateUser'> = async ({ input, context }) => {
  const { workspace, username } = input.path
  const isAdmin = input.body.is_admin ?? undefined
  await context.database.transaction().execute(async (transaction) => {
    await enterWorkspace(transaction, workspace)
    const member = await findMember(transaction, workspace, username)
    if (!member) throw notFound(`${workspace} has no member ${username}`)
    if (isAdmin === undefined) return
    if (!isAdmin) await keepAnAdmin(transaction, member)
    await setAdmin(transaction, member, isAdmin)
  })
  return { body: `${username} is updated in ${workspace}` }
}
