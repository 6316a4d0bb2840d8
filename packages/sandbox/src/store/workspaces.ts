import { type Insertable, type Selectable, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Database, MemberTable, WorkspaceTable } from '../database/schema.ts'
import { emailOfCaller, type Look } from './look.ts'
import { lowestOfPage, type Page, skipOfPage, startOfPage, typesOfPage } from './pages.ts'

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

/** The caller's workspaces, by id, and what their memberships say. */
export const workspacesOfCaller: Look<
  object,
  Workspace & Pick<Selectable<MemberTable>, 'username' | 'disabled'>
> = {
  role: 'user',
  values: {},
  select: (database) =>
    jsonArrayFrom(
      database
        .selectFrom('member')
        .innerJoin('workspace', 'workspace.id', 'member.workspace_id')
        .selectAll('workspace')
        .select(['member.username', 'member.disabled'])
        .where('member.email', '=', emailOfCaller)
        .orderBy('workspace.id'),
    ),
}

/** A part of all workspaces, by id, for super admins. */
export const pageOfWorkspaces: Look<Page, Workspace> = {
  role: 'super-admin',
  values: typesOfPage,
  select: (database, given) =>
    jsonArrayFrom(
      database
        .selectFrom(startOfPage(database, 'workspace', given('skip')))
        .innerJoinLateral(
          (from) =>
            from
              .selectFrom('workspace')
              .selectAll('workspace')
              .where('workspace.id', '>=', lowestOfPage)
              .orderBy('workspace.id')
              .offset(skipOfPage)
              .limit(given('size'))
              .as('row'),
          (join) => join.onTrue(),
        )
        .selectAll('row')
        .orderBy('row.id'),
    ),
}
