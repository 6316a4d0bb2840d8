import type { Database } from '../database/schema.ts'
import { lockSuperAdmins } from '../store/accounts.ts'
import { listMemberships, lockMemberships } from '../store/members.ts'
import { lockWorkspace } from '../store/workspaces.ts'
import { badRequest } from './refusal.ts'

/** Refuses to go on without this account where the instance would be left without a super admin. */
export async function keepASuperAdmin(database: Database, email: string): Promise<void> {
  const superAdmins = await lockSuperAdmins(database)
  if (superAdmins.length === 1 && superAdmins[0] === email) {
    throw badRequest(`${email} is the last super admin`)
  }
}

/**
 * Lists of members show who is a super admin: gives those of the account's workspaces another version. Call it after the account is
 * locked or inserted.
 */
export async function renewListings(transaction: Database, email: string): Promise<void> {
  await lockMemberships(transaction, email)
  for (const { workspace_id } of await listMemberships(transaction, email)) {
    await lockWorkspace(transaction, workspace_id)
  }
}
