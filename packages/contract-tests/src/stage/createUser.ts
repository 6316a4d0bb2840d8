import { names } from '../suite/holds.ts'
import type { StageOf } from '../world/stage-of.ts'

/** An e-mail and a username that are new in the workspace. */
export const createUser: StageOf<'createUser'> = {
  async prepare({ world }) {
    const { id } = await world.workspace()
    const username = world.names.username()
    const body = { email: world.names.email('added'), username, is_admin: false }
    return { path: { workspace: id }, body, holds: [names(username)] }
  },
}
