import type { Handler } from '../handler.ts'
import { textOfMembers } from '../store/member-lists.ts'

const present = textOfMembers((members) => JSON.stringify(members.map(({ username }) => username)))

/** All usernames, in the order of `listUsers`. */
export const listUsernames: Handler<'listUsernames'> = async ({ input, caller, context }) => ({
  json: await present(context.database, input.path.workspace, caller.version),
})
