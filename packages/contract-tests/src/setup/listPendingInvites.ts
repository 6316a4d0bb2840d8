import { names } from '../expect/holds.ts'
import { inviteStranger } from '../fixtures/invitation.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** An invite that is pending. */
export const listPendingInvites: SetupOf<'listPendingInvites'> = {
  async prepare({ fixtures }) {
    const { email, workspace } = await inviteStranger(fixtures)
    return { path: { workspace }, holds: [names({ email })] }
  },
}
