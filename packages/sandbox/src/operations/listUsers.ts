import { presentMember } from '../domain/presentation.ts'
import type { Handler } from '../handler.ts'
import { listMembers } from '../store/members.ts'

/** All members, by username. */
export const listUsers: Handler<'listUsers'> = async ({ input, context }) => {
  const members = await listMembers(context.database, input.path.workspace)
  return { body: members.map(presentMember) }
}
