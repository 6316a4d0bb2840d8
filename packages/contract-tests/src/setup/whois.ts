import { names } from '../expect/holds.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** A member to look up. */
export const whois: SetupOf<'whois'> = {
  async prepare({ fixtures }) {
    const { id, admin } = await fixtures.workspace()
    const path = { workspace: id, username: admin.username }
    return { path, holds: [names({ username: admin.username, email: admin.identity.email })] }
  },
}
