import type { SetupOf } from '../fixtures/setup-of.ts'

/** A workspace to list. */
export const listWorkspacesAsSuperAdmin: SetupOf<'listWorkspacesAsSuperAdmin'> = {
  varying: { page: 'accepted', per_page: 'accepted' },
  async prepare({ fixtures }) {
    await fixtures.workspace()
    return { query: { page: 1, per_page: 100 } }
  },
}
