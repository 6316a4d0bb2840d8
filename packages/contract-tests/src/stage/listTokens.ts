import { names } from '../suite/holds.ts'
import type { StageOf } from '../world/stage-of.ts'

/** A token to list. */
export const listTokens: StageOf<'listTokens'> = {
  async prepare({ world, actor }) {
    const token = await world.makeToken(await world.actor(actor))
    return { holds: [names(token.slice(0, 10))] }
  },
}
