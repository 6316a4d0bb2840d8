import { names } from '../suite/holds.ts'
import type { StageOf } from '../world/stage-of.ts'

/** A workspace with two members. */
export const listUsers: StageOf<'listUsers'> = {
  async prepare({ world }) {
    const { id, admin, member } = await world.workspace()
    const holds = [names(admin.identity.email, admin.username, member.identity.email, member.username)]
    return { path: { workspace: id }, holds }
  },
}
