import { isExactly } from '../suite/holds.ts'
import type { StageOf } from '../world/stage-of.ts'

/** Any account. */
export const getCurrentEmail: StageOf<'getCurrentEmail'> = {
  async prepare({ world, actor }) {
    const { email } = await world.actor(actor)
    return { holds: [isExactly(email)] }
  },
}
