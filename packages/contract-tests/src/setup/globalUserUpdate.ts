import { names } from '../expect/holds.ts'
import { createAccount } from '../fixtures/account.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** An account to promote. */
export const globalUserUpdate: SetupOf<'globalUserUpdate'> = {
  varying: { is_super_admin: 'accepted' },
  async prepare({ fixtures }) {
    const email = await createAccount(fixtures)
    return { path: { email }, body: { is_super_admin: true }, holds: [names(email)] }
  },
}
