import type { Database } from '../database/schema.ts'
import { hasAccounts, lockPlanting } from '../database/tables.ts'
import { sha256 } from '../domain/digest.ts'
import { hashPassword } from '../domain/password.ts'
import { prefixOf } from '../domain/token.ts'
import type { Random } from '../ports.ts'
import type { SeedWorld } from './world.ts'

/** Writes a world into empty tables, in a transaction. Times that it leaves out are `now`. */
export type Plant = (transaction: Database, now: Date) => Promise<void>

const prepared = new WeakMap<SeedWorld, Promise<Plant>>()

/** Does the slow part of planting, the passwords, once for each world. */
export function preparePlant(world: SeedWorld, random: Random): Promise<Plant> {
  const plant = prepared.get(world) ?? prepare(world, random)
  prepared.set(world, plant)
  return plant
}

async function prepare(world: SeedWorld, random: Random): Promise<Plant> {
  const hashes = await Promise.all(world.accounts.map(({ password }) => hashPassword(password, random)))
  const tokenHashes = await Promise.all(world.tokens.map(({ token }) => sha256(token)))
  return async (transaction, now) => {
    await plantAccounts(transaction, world, hashes, now)
    await plantWorkspaces(transaction, world)
    await plantMembers(transaction, world, now)
    await plantInvites(transaction, world)
    await plantTokens(transaction, world, tokenHashes, now)
  }
}

/** Plants where nobody has yet. Of several processes that start at once on one database, one does. */
export async function plantIfEmpty(database: Database, plant: Plant, now: Date): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await lockPlanting(transaction)
    if (!(await hasAccounts(transaction))) await plant(transaction, now)
  })
}

async function plantAccounts(
  database: Database,
  { accounts }: SeedWorld,
  hashes: readonly string[],
  now: Date,
): Promise<void> {
  const rows = accounts.map(
    ({ email, superAdmin = false, name = null, company = null, createdAt = now }, index) => ({
      email: email.toLowerCase(),
      password_hash: hashes[index] ?? null,
      login_type: 'password',
      super_admin: superAdmin,
      verified: true,
      name,
      company,
      created_at: createdAt,
    }),
  )
  if (rows.length > 0) await database.insertInto('account').values(rows).execute()
}

async function plantWorkspaces(database: Database, { workspaces }: SeedWorld): Promise<void> {
  const rows = workspaces.map(({ id, name, owner }) => ({
    id,
    name,
    owner: owner.toLowerCase(),
    domain: null,
  }))
  if (rows.length > 0) await database.insertInto('workspace').values(rows).execute()
}

async function plantMembers(database: Database, { members }: SeedWorld, now: Date): Promise<void> {
  const rows = members.map(({ workspace, email, username, isAdmin = false, createdAt = now }) => ({
    workspace_id: workspace,
    email: email.toLowerCase(),
    username,
    is_admin: isAdmin,
    created_at: createdAt,
  }))
  if (rows.length > 0) await database.insertInto('member').values(rows).execute()
}

async function plantInvites(database: Database, { invites }: SeedWorld): Promise<void> {
  const rows = invites.map(({ workspace, email, isAdmin = false }) => ({
    workspace_id: workspace,
    email: email.toLowerCase(),
    is_admin: isAdmin,
  }))
  if (rows.length > 0) await database.insertInto('invite').values(rows).execute()
}

async function plantTokens(
  database: Database,
  { tokens }: SeedWorld,
  hashes: readonly string[],
  now: Date,
): Promise<void> {
  const rows = tokens.map(
    ({ token, email, label = null, expiration = null, createdAt = now, lastUsedAt = createdAt }, index) => ({
      hash: hashes[index] ?? '',
      prefix: prefixOf(token),
      email: email.toLowerCase(),
      label,
      session: false,
      expiration,
      created_at: createdAt,
      last_used_at: lastUsedAt,
    }),
  )
  if (rows.length > 0) await database.insertInto('token').values(rows).execute()
}
