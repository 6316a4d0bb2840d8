import { type Expression, type Insertable, type Kysely, type Selectable, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Database, MemberTable, Schema } from '../database/schema.ts'
import { statement } from '../database/statement.ts'
import type { InJson, Look } from './look.ts'

/** A membership with what the member's account, where there is one, adds to it. */
export interface Member extends Selectable<MemberTable> {
  readonly super_admin: boolean
}

/** The members of a workspace, in no order yet. */
export function selectMembers(database: Kysely<Schema>, workspace: string | Expression<string>) {
  return database
    .selectFrom('member')
    .leftJoin('account', 'account.email', 'member.email')
    .selectAll('member')
    .select(({ fn, val }) => fn.coalesce('account.super_admin', val(false)).as('super_admin'))
    .where('member.workspace_id', '=', workspace)
}

/** The member with exactly this username. */
export async function findMember(
  database: Database,
  workspace: string,
  username: string,
): Promise<Member | undefined> {
  return selectMembers(database, workspace).where('member.username', '=', username).executeTakeFirst()
}

/** The member with exactly this username, for whoever may enter the workspace. */
export const memberByUsername: Look<{ readonly username: string }, InJson<Member>> = {
  role: 'member',
  values: { username: 'text' },
  select: (database, given) =>
    jsonArrayFrom(
      selectMembers(database, given('workspace')).where('member.username', '=', given('username')),
    ),
}

/** The member with this e-mail, in lower case. */
export async function findMemberByEmail(
  database: Database,
  workspace: string,
  email: string,
): Promise<Member | undefined> {
  const [member] = await selectMemberByEmail(database, { workspace, email })
  return member
}

const selectMemberByEmail = statement(
  (database, { workspace, email }: { readonly workspace: string; readonly email: string }) =>
    selectMembers(database, workspace).where('member.email', '=', email),
)

/** Lets nobody join with this e-mail before this transaction ends. */
export async function lockMemberships(database: Database, email: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${keyOf(email)})`.execute(database)
}

const keyOf = (email: string) => sql`hashtextextended(${`membership of ${email}`}, 0)`

/** False where the username or the e-mail is a member's already. */
export async function insertMember(database: Database, member: Insertable<MemberTable>): Promise<boolean> {
  // Whoever changes what all listings show of this e-mail comes before or after: see `lockMemberships`.
  await sql`select pg_advisory_xact_lock_shared(${keyOf(member.email)})`.execute(database)
  const inserted = await database
    .insertInto('member')
    .values(member)
    .onConflict((conflict) => conflict.doNothing())
    .returning('username')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Changes the role. Ask `hasOtherAdmin` first whether one is left. */
export async function setAdmin(
  database: Database,
  { workspace_id, username }: Pick<Member, 'workspace_id' | 'username'>,
  isAdmin: boolean,
): Promise<void> {
  await database
    .updateTable('member')
    .set({ is_admin: isAdmin })
    .where('workspace_id', '=', workspace_id)
    .where('username', '=', username)
    .execute()
}

/** Ends a membership. Ask `hasOtherAdmin` first whether an admin is left. */
export async function removeMember(
  database: Database,
  { workspace_id, username }: Pick<Member, 'workspace_id' | 'username'>,
): Promise<void> {
  await database
    .deleteFrom('member')
    .where('workspace_id', '=', workspace_id)
    .where('username', '=', username)
    .execute()
}

/** Whether the workspace has an admin besides this member. Ask under `lockWorkspace`. */
export async function hasOtherAdmin(
  database: Database,
  { workspace_id, username }: Pick<Member, 'workspace_id' | 'username'>,
): Promise<boolean> {
  const other = await database
    .selectFrom('member')
    .select('username')
    .where('workspace_id', '=', workspace_id)
    .where('is_admin', '=', true)
    .where('username', '<>', username)
    // Without an order PostgreSQL hopes to meet an admin early, and reads all members where there is none.
    .orderBy('username')
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}

/** The memberships of an e-mail, by workspace: the order in which workspaces are locked. */
export async function listMemberships(
  database: Database,
  email: string,
): Promise<Pick<Member, 'workspace_id' | 'username' | 'is_admin'>[]> {
  return database
    .selectFrom('member')
    .select(['workspace_id', 'username', 'is_admin'])
    .where('email', '=', email)
    .orderBy('workspace_id')
    .execute()
}
