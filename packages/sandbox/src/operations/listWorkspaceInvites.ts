import { listInvitesOf } from '../store/invites.ts'
import type { Handler } from './handler.ts'

/** The caller's own invites, found by e-mail. */
export const listWorkspaceInvites: Handler<'listWorkspaceInvites'> = async ({ caller, context }) => ({
  body: await listInvitesOf(context.database, caller.account.email),
})
