import type { Handler } from '../handler.ts'

/** The e-mail alone, as text. */
export const getCurrentEmail: Handler<'getCurrentEmail'> = async ({ caller }) => ({
  body: caller.account.email,
})
