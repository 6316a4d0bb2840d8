import { presentMember } from '../domain/presentation.ts'
import { notFound } from '../domain/refusal.ts'
import type { Handler } from '../handler.ts'
import { findMember } from '../store/members.ts'

/** Looks a member up by the exact username: case counts. */
export const whois: Handler<'whois'> = async ({ input, context }) => {
  const { workspace, username } = input.path
  const member = await findMember(context.database, workspace, username)
  if (!member) throw notFound(`${workspace} has no member ${username}`)
  return { body: presentMember(member) }
}
