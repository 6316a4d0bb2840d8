import { notFound } from '../domain/refusal.ts'
import type { Handler } from '../handler.ts'
import { takeInvite } from '../store/invites.ts'

/** Matches in both, e-mail and role, so that nobody deletes an invite that is not the one he sees. */
export const deleteInvite: Handler<'deleteInvite'> = async ({ input, context }) => {
  const { workspace } = input.path
  const { is_admin } = input.body
  const email = input.body.email.toLowerCase()
  const invite = await takeInvite(context.database, { workspace_id: workspace, email, is_admin })
  if (invite) return { body: `the invite of ${email} to ${workspace} is deleted` }
  throw notFound(`${workspace} has no invite of ${email} as an ${is_admin ? 'admin' : 'ordinary member'}`)
}
