import type { Handler } from '../handler.ts'
import { listUsernamesOf } from '../store/members.ts'

/** All usernames, in the order of `listUsers`. */
export const listUsernames: Handler<'listUsernames'> = async ({ input, context }) => ({
  body: await listUsernamesOf(context.database, input.path.workspace),
})
