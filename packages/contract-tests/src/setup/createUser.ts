import { names } from '../expect/holds.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** An e-mail and a username that are new in the workspace. */
export const createUser: SetupOf<'createUser'> = {
  varying: { email: 'accepted', username: 'accepted', is_admin: 'accepted' },
  async prepare({ fixtures, purpose }) {
    // A made-up username can be as short as one that another call made up.
    const { id } = await (purpose === 'success' ? fixtures.makeWorkspace() : fixtures.workspace())
    const username = fixtures.names.username()
    const body = { email: fixtures.names.email('added'), username, is_admin: false }
    return { path: { workspace: id }, body, holds: [names({ username })] }
  },
}
