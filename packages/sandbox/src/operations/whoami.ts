import type { Handler } from './handler.ts'
import { presentMember, presentVisitor } from './presentation.ts'

export const whoami: Handler<'whoami'> = async ({ caller }) => ({
  body: caller.member ? presentMember(caller.member) : presentVisitor(caller.account),
})
