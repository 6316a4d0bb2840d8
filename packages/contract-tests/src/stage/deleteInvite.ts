import { inviteStranger } from '../world/invitation.ts'
import type { StageOf } from '../world/stage-of.ts'

/** An invite to take back. */
export const deleteInvite: StageOf<'deleteInvite'> = {
  varying: {
    email: { unless: 'nobody of it is invited' },
    is_admin: { unless: 'the invite says otherwise' },
  },
  async prepare({ world }) {
    const { email, workspace } = await inviteStranger(world)
    return { path: { workspace }, body: { email, is_admin: false } }
  },
}
