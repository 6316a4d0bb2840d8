import { type Insertable, type Selectable, sql } from 'kysely'
import type { Database, MemberTable, WorkspaceTable } from '../database/schema.ts'

/** A row of `workspace`. */
export type Workspace = Selectable<WorkspaceTable>

/** Whether there is a workspace with exactly this id. */
export async function workspaceExists(database: Database, id: string): Promise<boolean> {
  const row = await database.selectFrom('workspace').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

/**
 * Makes this transaction the only one that changes who belongs to the workspace, until it ends. Every change of members
 * and invites begins so; what it then reads stays true. False where there is no such workspace (any more).
 *
 * It writes the row, which gives the members another version: see `versionOfMembers`.
 */
export async function lockWorkspace(database: Database, id: string): Promise<boolean> {
  const row = await database
    .updateTable('workspace')
    .set(({ ref }) => ({ name: ref('name') }))
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * The version of a workspace's members, in a statement about the workspace: the transaction that has written its row last. Whatever changes
 * what a list of members shows calls `lockWorkspace`.
 */
export const versionOfMembers = sql<string | null>`workspace.xmin::text`

/** False where the id is taken. */
export async function insertWorkspace(
  database: Database,
  workspace: Insertable<WorkspaceTable>,
): Promise<boolean> {
  const inserted = await database
    .insertInto('workspace')
    .values(workspace)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Deletes a workspace with its members and invites. */
export async function removeWorkspace(database: Database, id: string): Promise<void> {
  await database.deleteFrom('workspace').where('id', '=', id).execute()
}

/** The workspaces of an e-mail, by id, and what its memberships say. */
export async function listWorkspacesOf(
  database: Database,
  email: string,
): Promise<(Workspace & Pick<Selectable<MemberTable>, 'username' | 'disabled'>)[]> {
  return database
    .selectFrom('member')
    .innerJoin('workspace', 'workspace.id', 'member.workspace_id')
    .selectAll('workspace')
    .select(['member.username', 'member.disabled'])
    .where('member.email', '=', email)
    .orderBy('workspace.id')
    .execute()
}

/** A part of all workspaces, by id. */
export async function listAllWorkspaces(
  database: Database,
  page: { readonly offset: number; readonly limit: number },
): Promise<Workspace[]> {
  return database
    .selectFrom('workspace')
    .selectAll()
    .orderBy('id')
    .offset(page.offset)
    .limit(page.limit)
    .execute()
}
