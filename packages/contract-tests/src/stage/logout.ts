import { names } from '../suite/holds.ts'
import type { StageOf } from '../world/stage-of.ts'

/** A token of its own, which the call ends. */
export const logout: StageOf<'logout'> = {
  async prepare({ world, actor }) {
    const identity = await world.actor(actor)
    const token = await world.makeToken(identity)
    return { caller: { ...identity, token }, holds: [names(identity.email)] }
  },
}
