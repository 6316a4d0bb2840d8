import type { Reading } from '../handler.ts'
import { reading } from '../reading.ts'
import { invitesOfCaller } from '../store/invites.ts'

/** The caller's own invites, found by e-mail. */
export const listWorkspaceInvites: Reading<'listWorkspaceInvites'> = reading(invitesOfCaller, {
  values: () => ({}),
  present: (invites) => ({ body: [...invites] }),
})
