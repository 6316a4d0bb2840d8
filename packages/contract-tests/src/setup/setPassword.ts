import { names } from '../expect/holds.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** An account that nobody logs in to again, called with a token that a new password does not end. */
export const setPassword: SetupOf<'setPassword'> = {
  varying: { password: 'accepted' },
  async prepare({ fixtures, caller }) {
    const account = await fixtures.passwordless(caller === 'super-admin')
    const password = fixtures.names.password()
    fixtures.secrets.add(password)
    return { as: account, body: { password }, holds: [names({ email: account.email })] }
  },
}
