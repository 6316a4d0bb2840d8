import { names } from '../suite/holds.ts'
import type { StageOf } from '../world/stage-of.ts'

/** A token to delete, other than the one that calls. */
export const deleteToken: StageOf<'deleteToken'> = {
  async prepare({ world, actor }) {
    const token = await world.makeToken(await world.actor(actor))
    const prefix = token.slice(0, 10)
    return { path: { token_prefix: prefix }, holds: [names(prefix)] }
  },
}
