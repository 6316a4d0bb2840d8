import type { Handler } from '../handler.ts'
import { listInvitesOf } from '../store/invites.ts'

/** The caller's own invites, found by e-mail. */
export const listWorkspaceInvites: Handler<'listWorkspaceInvites'> = async ({ caller, context }) => ({
  body: await listInvitesOf(context.database, caller.account.email),
})
