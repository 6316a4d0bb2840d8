import { presentWorkspace } from '../domain/presentation.ts'
import type { Handler } from '../handler.ts'
import { listWorkspacesOf } from '../store/workspaces.ts'

/** The workspaces that the caller is a member of, by id. */
export const listWorkspaces: Handler<'listWorkspaces'> = async ({ caller, context }) => {
  const workspaces = await listWorkspacesOf(context.database, caller.account.email)
  return { body: workspaces.map(presentWorkspace) }
}
