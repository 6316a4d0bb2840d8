import { listUsernamesOf } from '../store/members.ts'
import type { Handler } from './handler.ts'

export const listUsernames: Handler<'listUsernames'> = async ({ input, context }) => ({
  body: await listUsernamesOf(context.database, input.path.workspace),
})
