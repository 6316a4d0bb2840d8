import type { Selectable } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Database, InviteTable } from '../database/schema.ts'
import { emailOfCaller, type Look } from './look.ts'

/** A row of `invite`. */
export type Invite = Selectable<InviteTable>

/** The caller's invites, by workspace. */
export const invitesOfCaller: Look<object, Invite> = {
  role: 'user',
  values: {},
  select: (database) =>
    jsonArrayFrom(
      database
        .selectFrom('invite')
        .selectAll('invite')
        .where('invite.email', '=', emailOfCaller)
        .orderBy('invite.workspace_id'),
    ),
}

/** The invites to a workspace, by e-mail, for its admins. */
export const invitesToWorkspace: Look<object, Invite> = {
  role: 'workspace-admin',
  values: {},
  select: (database, given) =>
    jsonArrayFrom(
      database
        .selectFrom('invite')
        .selectAll('invite')
        .where('invite.workspace_id', '=', given('workspace'))
        .orderBy('invite.email'),
    ),
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
