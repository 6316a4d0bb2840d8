import { names } from '../suite/holds.ts'
import { inviteActor } from '../world/invitation.ts'
import type { StageOf } from '../world/stage-of.ts'

/** An invite to decline. */
export const declineInvite: StageOf<'declineInvite'> = {
  varying: { workspace_id: { unless: 'no invite is to it' } },
  async prepare({ world, actor }) {
    const { email, workspace } = await inviteActor(world, actor)
    return { body: { workspace_id: workspace }, holds: [names(email, workspace)] }
  },
}
