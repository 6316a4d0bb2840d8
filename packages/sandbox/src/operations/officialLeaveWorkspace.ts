import type { Handler } from '../handler.ts'
import { leaveWorkspace } from './leaveWorkspace.ts'

/** `leaveWorkspace`, where the official clients look for it. */
export const officialLeaveWorkspace: Handler<'officialLeaveWorkspace'> = async (call) => ({
  // Copies, because the types of calls and answers belong to one operation each.
  ...(await leaveWorkspace({ ...call })),
})
