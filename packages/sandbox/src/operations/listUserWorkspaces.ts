import type { Reading } from '../handler.ts'
import { reading } from '../reading.ts'
import { workspacesOfCaller } from '../store/workspaces.ts'

/** The workspaces that the caller is a member of, by id, with the caller's username in each. */
export const listUserWorkspaces: Reading<'listUserWorkspaces'> = reading(workspacesOfCaller, {
  values: () => ({}),
  present: (workspaces, _input, { account }) => ({
    body: {
      email: account.email,
      workspaces: workspaces.map(({ id, name, username, disabled }) => ({
        id,
        name,
        username,
        color: '',
        is_dev_workspace: false,
        disabled,
      })),
    },
  }),
})
