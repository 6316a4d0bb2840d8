import { presentWorkspace } from '../domain/presentation.ts'
import type { Handler } from '../handler.ts'
import { listAllWorkspaces } from '../store/workspaces.ts'

/** One page of all workspaces, by id. */
export const listWorkspacesAsSuperAdmin: Handler<'listWorkspacesAsSuperAdmin'> = async ({
  input,
  context,
}) => {
  const { page, per_page: limit } = input.query
  // A page beyond what the database can count to is past the end too.
  const offset = Math.min((page - 1) * limit, Number.MAX_SAFE_INTEGER)
  const workspaces = await listAllWorkspaces(context.database, { offset, limit })
  return { body: workspaces.map(presentWorkspace) }
}
