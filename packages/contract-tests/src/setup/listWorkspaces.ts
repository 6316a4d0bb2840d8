import { names } from '../expect/holds.ts'
import { join } from '../fixtures/memberships.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** A workspace of its own that the caller is a member of. */
export const listWorkspaces: SetupOf<'listWorkspaces'> = {
  async prepare({ fixtures, caller }) {
    const account = await fixtures.accountOf(caller)
    const workspace = await fixtures.makeWorkspace()
    await join(fixtures, workspace, { account })
    return { holds: [names({ workspace: workspace.id })] }
  },
}
