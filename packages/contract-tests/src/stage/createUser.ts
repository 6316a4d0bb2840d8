import { names } from '../suite/holds.ts'
import type { StageOf } from '../world/stage-of.ts'

/** An e-mail and a username that are new in the workspace. */
export const createUser: StageOf<'createUser'> = {
  varying: { email: 'accepted', username: 'accepted', is_admin: 'accepted' },
  async prepare({ world, purpose }) {
    // A made-up username can be as short as one that another call made up.
    const { id } = await (purpose === 'success' ? world.makeWorkspace() : world.workspace())
    const username = world.names.username()
    const body = { email: world.names.email('added'), username, is_admin: false }
    return { path: { workspace: id }, body, holds: [names(username)] }
  },
}
