import { names } from '../suite/holds.ts'
import type { StageOf } from '../world/stage-of.ts'

/** A member to look up. */
export const whois: StageOf<'whois'> = {
  async prepare({ world }) {
    const { id, admin } = await world.workspace()
    const path = { workspace: id, username: admin.username }
    return { path, holds: [names(admin.username, admin.identity.email)] }
  },
}
