import type { SetupOf } from '../fixtures/setup-of.ts'

/** An e-mail that is neither member nor invited. */
export const inviteUser: SetupOf<'inviteUser'> = {
  varying: { email: 'accepted', is_admin: 'accepted' },
  async prepare({ fixtures }) {
    const { id } = await fixtures.workspace()
    return { path: { workspace: id }, body: { email: fixtures.names.email('invited'), is_admin: false } }
  },
}
