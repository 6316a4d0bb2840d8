import { names } from '../suite/holds.ts'
import { addMember } from '../world/membership.ts'
import type { StageOf } from '../world/stage-of.ts'

/** A member to promote. */
export const updateUser: StageOf<'updateUser'> = {
  varying: { is_admin: 'accepted' },
  async prepare({ world }) {
    const path = await addMember(world)
    return { path, body: { is_admin: true }, holds: [names(path.username)] }
  },
}
