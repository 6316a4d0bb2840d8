import { names } from '../expect/holds.ts'
import type { Fixtures, Workspace } from '../fixtures/fixtures.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** A workspace of its own that the caller is member of, with another admin who stays. */
export const leaveWorkspace: SetupOf<'leaveWorkspace'> = {
  async prepare({ fixtures, caller }) {
    const workspace = await fixtures.makeWorkspace()
    if (caller === 'workspace-admin') await add(fixtures, workspace, fixtures.names.email('admin'), true)
    if (caller === 'super-admin')
      await add(fixtures, workspace, (await fixtures.accountOf(caller)).email, false)
    return { path: { workspace: workspace.id }, holds: [names(workspace.id)] }
  },
}

async function add(
  { api, names: { username } }: Fixtures,
  { id, admin }: Workspace,
  email: string,
  isAdmin: boolean,
): Promise<void> {
  const newUser = { email, username: username(), is_admin: isAdmin }
  await api.succeed('createUser', { path: { workspace: id }, body: newUser }, admin.identity.token)
}
