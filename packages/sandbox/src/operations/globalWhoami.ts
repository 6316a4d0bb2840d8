import type { Handler } from './handler.ts'
import { presentAccount } from './presentation.ts'

/** The account as it is at this moment. */
export const globalWhoami: Handler<'globalWhoami'> = async ({ caller }) => ({
  body: presentAccount(caller.account),
})
