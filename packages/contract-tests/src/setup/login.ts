import { setsSessionCookie } from '../expect/session-cookie.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** An account with a password. */
export const login: SetupOf<'login'> = {
  varying: { email: { unless: 'it has no account' }, password: { unless: 'it is another' } },
  async prepare({ fixtures }) {
    const { email, password } = await fixtures.identity('user')
    return { body: { email, password }, holds: [setsSessionCookie] }
  },
}
