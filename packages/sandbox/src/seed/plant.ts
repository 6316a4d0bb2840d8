import type { Database } from '../database/schema.ts'
import { hasAccounts, lockPlanting } from '../database/tables.ts'
import { parseDateTime } from '../domain/date-time.ts'
import { sha256 } from '../domain/digest.ts'
import { prefixOf } from '../domain/token.ts'
import type { Random } from '../ports.ts'
import { hashPasswords } from './hash-passwords.ts'
import { insertRows, type Rows } from './insert-rows.ts'
import type { Seed, SeedProgress, SeedTime, SeedWorld } from './world.ts'

/** The rows of a world. Times that it leaves out are `now`. */
export type Plant = (now: Date) => Rows

/** With the text that a seed had when it was prepared: whoever changes one gets another plant. */
const prepared = new WeakMap<Seed, { readonly text: string; readonly plant: Promise<Plant> }>()

/** Does the slow part of planting, the passwords, once for each seed. */
export function preparePlant(
  seed: Seed,
  random: Random,
  onProgress: (progress: SeedProgress) => void = () => undefined,
): Promise<Plant> {
  const text = JSON.stringify(seed)
  const known = prepared.get(seed)
  if (known?.text === text) return known.plant
  const plant = prepare(seed, random, onProgress)
  prepared.set(seed, { text, plant })
  return plant
}

async function prepare(
  seed: Seed,
  random: Random,
  onProgress: (progress: SeedProgress) => void,
): Promise<Plant> {
  const { accounts, workspaces = [], members = [], invites = [], tokens = [] } = seed
  const hashes = await hashPasswords(accounts, random, onProgress)
  const tokenHashes = await Promise.all(tokens.map(({ token }) => sha256(token)))
  return (now) => ({
    account: accountRows(accounts, hashes, now),
    workspace: workspaceRows(workspaces, members),
    member: memberRows(members, now),
    invite: inviteRows(invites),
    token: tokenRows(tokens, tokenHashes, now),
  })
}

/**
 * Plants where nobody has yet. Of several processes that start at once on one database, one does.
 *
 * @returns Whether it did.
 */
export async function plantIfEmpty(database: Database, plant: Plant, now: Date): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    await lockPlanting(transaction)
    if (await hasAccounts(transaction)) return false
    await insertRows(transaction, plant(now))
    return true
  })
}

function accountRows(accounts: Seed['accounts'], hashes: readonly string[], now: Date): Rows['account'] {
  return accounts.map(({ email, superAdmin = false, name = null, company = null, createdAt }, index) => ({
    email: email.toLowerCase(),
    password_hash: hashes[index] ?? null,
    login_type: 'password',
    super_admin: superAdmin,
    verified: true,
    name,
    company,
    created_at: timeOf(createdAt) ?? now,
  }))
}

function workspaceRows(
  workspaces: SeedWorld['workspaces'],
  members: SeedWorld['members'],
): Rows['workspace'] {
  return workspaces.map(({ id, name, owner = firstAdmin(id, members) }) => ({
    id,
    name,
    owner: owner.toLowerCase(),
    domain: null,
  }))
}

function firstAdmin(id: string, members: SeedWorld['members']): string {
  return members.find(({ workspace, isAdmin }) => workspace === id && isAdmin)?.email ?? ''
}

function memberRows(members: SeedWorld['members'], now: Date): Rows['member'] {
  return members.map(({ workspace, email, username, isAdmin = false, createdAt }) => ({
    workspace_id: workspace,
    email: email.toLowerCase(),
    username,
    is_admin: isAdmin,
    operator: false,
    disabled: false,
    created_at: timeOf(createdAt) ?? now,
  }))
}

function inviteRows(invites: SeedWorld['invites']): Rows['invite'] {
  return invites.map(({ workspace, email, isAdmin = false }) => ({
    workspace_id: workspace,
    email: email.toLowerCase(),
    is_admin: isAdmin,
  }))
}

function tokenRows(tokens: SeedWorld['tokens'], hashes: readonly string[], now: Date): Rows['token'] {
  return tokens.map(({ token, email, label = null, expiration, createdAt, lastUsedAt }, index) => ({
    hash: hashes[index] ?? '',
    prefix: prefixOf(token),
    email: email.toLowerCase(),
    label,
    session: false,
    expiration: timeOf(expiration) ?? null,
    created_at: timeOf(createdAt) ?? now,
    last_used_at: timeOf(lastUsedAt) ?? timeOf(createdAt) ?? now,
  }))
}

function timeOf(time: SeedTime | null | undefined): Date | undefined {
  if (time === null || time === undefined) return undefined
  return typeof time === 'string' ? parseDateTime(time) : time
}
