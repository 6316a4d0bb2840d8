import { presentWorkspace } from '../domain/presentation.ts'
import type { Reading } from '../handler.ts'
import { reading } from '../reading.ts'
import { workspacesOfCaller } from '../store/workspaces.ts'

/** The workspaces that the caller is a member of, by id. */
export const listWorkspaces: Reading<'listWorkspaces'> = reading(workspacesOfCaller, {
  values: () => ({}),
  present: (workspaces) => ({ body: workspaces.map(presentWorkspace) }),
})
