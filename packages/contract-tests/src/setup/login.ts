import { NotApplicable } from '../errors.ts'
import { setsSessionCookie } from '../expect/session-cookie.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** An account with a password. */
export const login: SetupOf<'login'> = {
  varying: { email: { unless: 'it has no account' }, password: { unless: 'it is wrong' } },
  async prepare({ fixtures }) {
    const { email, password } = await fixtures.identity('user')
    if (password === '')
      throw new NotApplicable(
        'It needs a password, and the account of the user was given by its token alone.',
      )
    return { body: { email, password }, holds: [setsSessionCookie] }
  },
}
