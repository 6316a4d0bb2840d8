import type { Handler } from '../handler.ts'
import { workspaceExists } from '../store/workspaces.ts'

/** Whether there is a workspace with exactly this id, also for callers who do not belong to it. */
export const existsWorkspace: Handler<'existsWorkspace'> = async ({ input, context }) => ({
  body: await workspaceExists(context.database, input.body.id),
})
