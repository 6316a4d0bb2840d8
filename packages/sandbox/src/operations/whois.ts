import { presentMember } from '../domain/presentation.ts'
import { notFound } from '../domain/refusal.ts'
import type { Reading } from '../handler.ts'
import { reading } from '../reading.ts'
import { memberByUsername } from '../store/members.ts'

/** Looks a member up by the exact username: case counts. */
export const whois: Reading<'whois'> = reading(memberByUsername, {
  values: ({ path }) => ({ username: path.username }),
  present: ([member], { path: { workspace, username } }) => {
    if (!member) throw notFound(`${workspace} has no member ${username}`)
    return { body: presentMember({ ...member, created_at: new Date(member.created_at) }) }
  },
})
