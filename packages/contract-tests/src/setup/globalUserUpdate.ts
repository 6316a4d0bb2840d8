import { names } from '../expect/holds.ts'
import { createAccount } from '../fixtures/accounts.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** An ordinary account that stays one: the scenario promotes accounts, and no other check needs a super admin more. */
export const globalUserUpdate: SetupOf<'globalUserUpdate'> = {
  varying: { is_super_admin: 'accepted' },
  async prepare({ fixtures }) {
    const email = await createAccount(fixtures)
    return { path: { email }, body: { is_super_admin: false }, holds: [names({ email })] }
  },
}
