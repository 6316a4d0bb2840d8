import { presentAccount } from '../domain/presentation.ts'
import type { Handler } from '../handler.ts'
import { listAccounts } from '../store/accounts.ts'

/** One page of all accounts, by e-mail. */
export const listUsersAsSuperAdmin: Handler<'listUsersAsSuperAdmin'> = async ({ input, context }) => {
  const { page, per_page: limit } = input.query
  // A page beyond what the database can count to is past the end too.
  const offset = Math.min((page - 1) * limit, Number.MAX_SAFE_INTEGER)
  const accounts = await listAccounts(context.database, { offset, limit })
  return { body: accounts.map(presentAccount) }
}
