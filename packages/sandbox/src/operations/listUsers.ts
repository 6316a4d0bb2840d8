import { presentMember } from '../domain/presentation.ts'
import type { Handler } from '../handler.ts'
import { textOfMembers } from '../store/member-lists.ts'

const present = textOfMembers((members) => JSON.stringify(members.map(presentMember)))

/** All members, by username. */
export const listUsers: Handler<'listUsers'> = async ({ input, caller, context }) => ({
  json: await present(context.database, input.path.workspace, caller.version),
})
