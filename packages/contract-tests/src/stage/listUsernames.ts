import { names } from '../suite/holds.ts'
import type { StageOf } from '../world/stage-of.ts'

/** A workspace with two members. */
export const listUsernames: StageOf<'listUsernames'> = {
  async prepare({ world }) {
    const { id, admin, member } = await world.workspace()
    return { path: { workspace: id }, holds: [names(admin.username, member.username)] }
  },
}
