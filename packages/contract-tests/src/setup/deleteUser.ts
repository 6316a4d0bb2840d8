import { names } from '../expect/holds.ts'
import { addMember } from '../fixtures/memberships.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** A member to remove. */
export const deleteUser: SetupOf<'deleteUser'> = {
  async prepare({ fixtures }) {
    const path = await addMember(fixtures)
    return { path, holds: [names({ username: path.username })] }
  },
}
