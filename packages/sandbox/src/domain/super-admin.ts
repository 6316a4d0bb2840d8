import type { Database } from '../database/schema.ts'
import { lockSuperAdmins } from '../store/accounts.ts'
import { badRequest } from './refusal.ts'

/** Refuses to go on without this account where the instance would be left without a super admin. */
export async function keepASuperAdmin(database: Database, email: string): Promise<void> {
  const superAdmins = await lockSuperAdmins(database)
  if (superAdmins.length === 1 && superAdmins[0] === email) {
    throw badRequest(`${email} is the last super admin`)
  }
}
