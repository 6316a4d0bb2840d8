import { names } from '../suite/holds.ts'
import type { StageOf } from '../world/stage-of.ts'

/** A workspace that the actor may enter. */
export const whoami: StageOf<'whoami'> = {
  async prepare({ world, actor }) {
    const { id } = await world.workspace()
    const { email } = await world.actor(actor)
    return { path: { workspace: id }, holds: [names(email)] }
  },
}
