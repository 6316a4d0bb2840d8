import { names } from '../suite/holds.ts'
import { inviteActor } from '../world/invitation.ts'
import type { StageOf } from '../world/stage-of.ts'

/** An invite to list. */
export const listWorkspaceInvites: StageOf<'listWorkspaceInvites'> = {
  async prepare({ world, actor }) {
    const { email, workspace } = await inviteActor(world, actor)
    return { holds: [names(email, workspace)] }
  },
}
