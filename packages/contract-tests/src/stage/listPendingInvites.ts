import { names } from '../suite/holds.ts'
import { inviteStranger } from '../world/invitation.ts'
import type { StageOf } from '../world/stage-of.ts'

/** An invite that is pending. */
export const listPendingInvites: StageOf<'listPendingInvites'> = {
  async prepare({ world }) {
    const { email, workspace } = await inviteStranger(world)
    return { path: { workspace }, holds: [names(email)] }
  },
}
