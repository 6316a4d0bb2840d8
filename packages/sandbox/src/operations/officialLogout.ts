import type { Handler } from '../handler.ts'
import { logout } from './logout.ts'

/** `logout`, where the official clients look for it. */
export const officialLogout: Handler<'officialLogout'> = async (call) => ({
  // Copies, because the types of calls and answers belong to one operation each.
  ...(await logout({ ...call })),
})
