import { names } from '../expect/holds.ts'
import { join } from '../fixtures/memberships.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** A workspace of its own that the caller is member of, with another admin who stays. */
export const leaveWorkspace: SetupOf<'leaveWorkspace'> = {
  async prepare({ fixtures, caller }) {
    const workspace = await fixtures.makeWorkspace()
    if (caller === 'workspace-admin')
      await join(fixtures, workspace, { account: await fixtures.companion(), isAdmin: true })
    if (caller === 'super-admin')
      await join(fixtures, workspace, { account: await fixtures.accountOf(caller) })
    return { path: { workspace: workspace.id }, holds: [names({ workspace: workspace.id })] }
  },
}
