import type { Handler } from './handler.ts'
import { presentAccount } from './presentation.ts'

export const globalWhoami: Handler<'globalWhoami'> = async ({ caller }) => ({
  body: presentAccount(caller.account),
})
