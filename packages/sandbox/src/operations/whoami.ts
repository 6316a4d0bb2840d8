import { presentMember, presentVisitor } from '../domain/presentation.ts'
import type { Handler } from '../handler.ts'

/** The caller's membership, or how a super admin looks who has none. */
export const whoami: Handler<'whoami'> = async ({ caller }) => ({
  body: caller.member ? presentMember(caller.member) : presentVisitor(caller.account),
})
