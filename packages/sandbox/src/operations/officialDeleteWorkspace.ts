import type { Handler } from '../handler.ts'
import { deleteWorkspace } from './deleteWorkspace.ts'

/** `deleteWorkspace`, where the official clients look for it: for super admins alone. */
export const officialDeleteWorkspace: Handler<'officialDeleteWorkspace'> = async (call) => ({
  ...(await deleteWorkspace({ ...call, caller: { ...call.caller, member: undefined, version: '' } })),
})
