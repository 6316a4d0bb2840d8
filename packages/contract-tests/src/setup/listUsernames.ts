import { names } from '../expect/holds.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** A workspace with two members. */
export const listUsernames: SetupOf<'listUsernames'> = {
  async prepare({ fixtures, purpose }) {
    const isRefused = purpose === 'refusal'
    const { id, admin, member } = await (isRefused ? fixtures.workspace() : fixtures.quietWorkspace())
    return {
      path: { workspace: id },
      holds: [names({ 'username of the admin': admin.username, 'username of the member': member.username })],
    }
  },
}
