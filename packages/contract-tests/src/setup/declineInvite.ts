import { names } from '../expect/holds.ts'
import { inviteCaller } from '../fixtures/invitation.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** An invite to decline. */
export const declineInvite: SetupOf<'declineInvite'> = {
  varying: { workspace_id: { unless: 'there is no invite to it' } },
  async prepare({ fixtures, caller }) {
    const { email, workspace } = await inviteCaller(fixtures, caller)
    return { body: { workspace_id: workspace }, holds: [names({ email, workspace })] }
  },
}
