import { presentAccount } from '../domain/presentation.ts'
import type { Reading } from '../handler.ts'
import { reading } from '../reading.ts'
import { pageOfAccounts } from '../store/accounts.ts'
import { pageOf } from '../store/pages.ts'

/** One page of all accounts, by e-mail. */
export const listUsersAsSuperAdmin: Reading<'listUsersAsSuperAdmin'> = reading(pageOfAccounts, {
  values: ({ query }) => pageOf(query),
  present: (accounts) => ({ body: accounts.map(presentAccount) }),
})
