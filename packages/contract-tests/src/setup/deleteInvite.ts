import { inviteStranger } from '../fixtures/invitation.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** An invite to take back. */
export const deleteInvite: SetupOf<'deleteInvite'> = {
  varying: {
    email: { unless: 'nobody with it is invited' },
    is_admin: { unless: 'the invite has the other role' },
  },
  async prepare({ fixtures }) {
    const { email, workspace } = await inviteStranger(fixtures)
    return { path: { workspace }, body: { email, is_admin: false } }
  },
}
