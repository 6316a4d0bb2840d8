import { enterWorkspace } from '../domain/membership.ts'
import type { Handler } from '../handler.ts'
import { removeWorkspace } from '../store/workspaces.ts'

/** Deletes the workspace with its members and invites. */
export const deleteWorkspace: Handler<'deleteWorkspace'> = async ({ input, context }) => {
  const { workspace } = input.path
  await context.database.transaction().execute(async (transaction) => {
    await enterWorkspace(transaction, workspace)
    await removeWorkspace(transaction, workspace)
  })
  return { body: `the workspace ${workspace} is deleted` }
}
