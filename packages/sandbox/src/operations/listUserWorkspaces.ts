import type { Handler } from '../handler.ts'
import { listWorkspacesOf } from '../store/workspaces.ts'

/** The workspaces that the caller is a member of, by id, with the caller's username in each. */
export const listUserWorkspaces: Handler<'listUserWorkspaces'> = async ({ caller, context }) => {
  const { email } = caller.account
  const workspaces = await listWorkspacesOf(context.database, email)
  return {
    body: {
      email,
      workspaces: workspaces.map(({ id, name, username, disabled }) => ({
        id,
        name,
        username,
        color: '',
        is_dev_workspace: false,
        disabled,
      })),
    },
  }
}
