import { enterWorkspace, keepAnAdmin } from '../domain/membership.ts'
import { notFound } from '../domain/refusal.ts'
import type { Handler } from '../handler.ts'
import { findMember, removeMember } from '../store/members.ts'

/** Ends a membership of this workspace; the account and its other memberships stay. */
export const deleteUser: Handler<'deleteUser'> = async ({ input, context }) => {
  const { workspace, username } = input.path
  await context.database.transaction().execute(async (transaction) => {
    await enterWorkspace(transaction, workspace)
    const member = await findMember(transaction, workspace, username)
    if (!member) throw notFound(`${workspace} has no member ${username}`)
    await keepAnAdmin(transaction, member)
    await removeMember(transaction, member)
  })
  return { body: `${username} is removed from ${workspace}` }
}
