import { enterWorkspace, keepAnAdmin } from '../domain/membership.ts'
import { notFound } from '../domain/refusal.ts'
import type { Handler } from '../handler.ts'
import { findMemberByEmail, removeMember } from '../store/members.ts'

/** Ends the caller's own membership. A super admin who is none has nothing to leave. */
export const leaveWorkspace: Handler<'leaveWorkspace'> = async ({ input, caller, context }) => {
  const { workspace } = input.path
  const { email } = caller.account
  await context.database.transaction().execute(async (transaction) => {
    await enterWorkspace(transaction, workspace)
    const member = await findMemberByEmail(transaction, workspace, email)
    if (!member) throw notFound(`${email} is no member of ${workspace}`)
    await keepAnAdmin(transaction, member)
    await removeMember(transaction, member)
  })
  return { body: `${email} has left ${workspace}` }
}
