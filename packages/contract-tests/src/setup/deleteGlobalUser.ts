import { createAccount } from '../fixtures/accounts.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** An account to delete. */
export const deleteGlobalUser: SetupOf<'deleteGlobalUser'> = {
  async prepare({ fixtures }) {
    return { path: { email: await createAccount(fixtures) } }
  },
}
