import { names } from '../expect/holds.ts'
import { inviteCaller } from '../fixtures/invitation.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** An invite to accept, and a username that is free. */
export const acceptInvite: SetupOf<'acceptInvite'> = {
  varying: { username: 'accepted', workspace_id: { unless: 'there is no invite to it' } },
  async prepare({ fixtures, caller }) {
    const { email, workspace } = await inviteCaller(fixtures, caller)
    const body = { workspace_id: workspace, username: fixtures.names.username() }
    return { body, holds: [names({ email, workspace })] }
  },
}
