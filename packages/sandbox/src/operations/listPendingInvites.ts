import type { Reading } from '../handler.ts'
import { reading } from '../reading.ts'
import { invitesToWorkspace } from '../store/invites.ts'

/** The invites that nobody has answered yet. */
export const listPendingInvites: Reading<'listPendingInvites'> = reading(invitesToWorkspace, {
  values: () => ({}),
  present: (invites) => ({ body: [...invites] }),
})
