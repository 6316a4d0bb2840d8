import type { Handler } from './handler.ts'

export const getCurrentEmail: Handler<'getCurrentEmail'> = async ({ caller }) => ({
  body: caller.account.email,
})
