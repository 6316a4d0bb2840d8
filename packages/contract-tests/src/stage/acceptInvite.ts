import { names } from '../suite/holds.ts'
import { inviteActor } from '../world/invitation.ts'
import type { StageOf } from '../world/stage-of.ts'

/** An invite to accept, and a username that is free. */
export const acceptInvite: StageOf<'acceptInvite'> = {
  varying: { username: 'accepted', workspace_id: { unless: 'no invite is to it' } },
  async prepare({ world, actor }) {
    const { email, workspace } = await inviteActor(world, actor)
    const body = { workspace_id: workspace, username: world.names.username() }
    return { body, holds: [names(email, workspace)] }
  },
}
