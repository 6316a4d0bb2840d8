import { names } from '../suite/holds.ts'
import type { StageOf } from '../world/stage-of.ts'

/** Any account. */
export const globalWhoami: StageOf<'globalWhoami'> = {
  async prepare({ world, actor }) {
    const { email } = await world.actor(actor)
    return { holds: [names(email)] }
  },
}
