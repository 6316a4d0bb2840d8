import { names } from '../expect/holds.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** An e-mail without an account. */
export const createUserGlobally: SetupOf<'createUserGlobally'> = {
  varying: { password: 'accepted', name: 'accepted', company: 'accepted' },
  async prepare({ fixtures }) {
    const email = fixtures.names.email('created')
    const password = fixtures.names.password()
    fixtures.manifest.account(email)
    fixtures.secrets.add(password)
    const body = { email, password, super_admin: false, name: 'Contract test', company: null }
    return { body, holds: [names({ email })] }
  },
}
