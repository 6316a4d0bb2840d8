import { names } from '../expect/holds.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** A workspace with two members. */
export const listUsers: SetupOf<'listUsers'> = {
  async prepare({ fixtures, purpose }) {
    const isRefused = purpose === 'refusal'
    const { id, admin, member } = await (isRefused ? fixtures.workspace() : fixtures.quietWorkspace())
    const holds = [
      names({ 'e-mail of the admin': admin.identity.email, 'username of the admin': admin.username }),
      names({ 'e-mail of the member': member.identity.email, 'username of the member': member.username }),
    ]
    return { path: { workspace: id }, holds }
  },
}
