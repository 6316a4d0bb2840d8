import { presentWorkspace } from '../domain/presentation.ts'
import type { Reading } from '../handler.ts'
import { reading } from '../reading.ts'
import { pageOf } from '../store/pages.ts'
import { pageOfWorkspaces } from '../store/workspaces.ts'

/** One page of all workspaces, by id. */
export const listWorkspacesAsSuperAdmin: Reading<'listWorkspacesAsSuperAdmin'> = reading(pageOfWorkspaces, {
  values: ({ query }) => pageOf(query),
  present: (workspaces) => ({ body: workspaces.map(presentWorkspace) }),
})
