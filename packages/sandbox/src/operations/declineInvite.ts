import { notFound } from '../domain/refusal.ts'
import type { Handler } from '../handler.ts'
import { takeInvite } from '../store/invites.ts'

/** Takes the invite away, so that it can be accepted no more. */
export const declineInvite: Handler<'declineInvite'> = async ({ input, caller, context }) => {
  const { workspace_id } = input.body
  const { email } = caller.account
  const invite = await takeInvite(context.database, { workspace_id, email })
  if (!invite) throw notFound(`${email} has no invite to ${workspace_id}`)
  return { body: `${email} has declined the invite to ${workspace_id}` }
}
