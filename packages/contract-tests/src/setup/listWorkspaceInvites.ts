import { names } from '../expect/holds.ts'
import { inviteCaller } from '../fixtures/invitation.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** An invite to list. */
export const listWorkspaceInvites: SetupOf<'listWorkspaceInvites'> = {
  async prepare({ fixtures, caller }) {
    const { email, workspace } = await inviteCaller(fixtures, caller)
    return { holds: [names({ email, workspace })] }
  },
}
