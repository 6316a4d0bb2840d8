import { names } from '../expect/holds.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** A workspace with two members. */
export const listUsers: SetupOf<'listUsers'> = {
  async prepare({ fixtures }) {
    const { id, admin, member } = await fixtures.workspace()
    const holds = [names(admin.identity.email, admin.username, member.identity.email, member.username)]
    return { path: { workspace: id }, holds }
  },
}
