import { names } from '../suite/holds.ts'
import { addMember } from '../world/membership.ts'
import type { StageOf } from '../world/stage-of.ts'

/** A member to remove. */
export const deleteUser: StageOf<'deleteUser'> = {
  async prepare({ world }) {
    const path = await addMember(world)
    return { path, holds: [names(path.username)] }
  },
}
