import type { Selectable } from 'kysely'
import type { Database, InviteTable } from '../database/schema.ts'

/** A row of `invite`. */
export type Invite = Selectable<InviteTable>

/** By workspace. */
export async function listInvitesOf(database: Database, email: string): Promise<Invite[]> {
  return database
    .selectFrom('invite')
    .selectAll()
    .where('email', '=', email)
    .orderBy('workspace_id')
    .execute()
}

/** By e-mail. */
export async function listInvitesTo(database: Database, workspace: string): Promise<Invite[]> {
  return database
    .selectFrom('invite')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .orderBy('email')
    .execute()
}

/** False where the e-mail is invited already. */
export async function insertInvite(database: Database, invite: Invite): Promise<boolean> {
  const inserted = await database
    .insertInto('invite')
    .values(invite)
    .onConflict((conflict) => conflict.columns(['email', 'workspace_id']).doNothing())
    .returning('email')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Takes an invite away and says what it was, so that of many who try only one gets it. */
export async function takeInvite(
  database: Database,
  invite: Pick<Invite, 'workspace_id' | 'email'> & Partial<Pick<Invite, 'is_admin'>>,
): Promise<Invite | undefined> {
  const { workspace_id, email, is_admin } = invite
  return database
    .deleteFrom('invite')
    .where('workspace_id', '=', workspace_id)
    .where('email', '=', email)
    .$if(is_admin !== undefined, (query) => query.where('is_admin', '=', is_admin ?? false))
    .returningAll()
    .executeTakeFirst()
}

/** Takes all invites of an e-mail away. */
export async function removeInvitesOf(database: Database, email: string): Promise<void> {
  await database.deleteFrom('invite').where('email', '=', email).execute()
}
