import { names } from '../expect/holds.ts'
import { addMember } from '../fixtures/memberships.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** A member to promote. */
export const updateUser: SetupOf<'updateUser'> = {
  varying: { is_admin: 'accepted' },
  async prepare({ fixtures }) {
    const path = await addMember(fixtures)
    return { path, body: { is_admin: true }, holds: [names({ username: path.username })] }
  },
}
