import type { Handler } from '../handler.ts'
import { listInvitesTo } from '../store/invites.ts'

/** The invites that nobody has answered yet. */
export const listPendingInvites: Handler<'listPendingInvites'> = async ({ input, context }) => ({
  body: await listInvitesTo(context.database, input.path.workspace),
})
