import { presentAccount } from '../domain/presentation.ts'
import type { Handler } from '../handler.ts'

/** The account as it is at this moment. */
export const globalWhoami: Handler<'globalWhoami'> = async ({ caller }) => ({
  body: presentAccount(caller.account),
})
