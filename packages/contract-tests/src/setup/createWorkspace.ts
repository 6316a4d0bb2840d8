import type { SetupOf } from '../fixtures/setup-of.ts'

/** An id that no workspace has. */
export const createWorkspace: SetupOf<'createWorkspace'> = {
  varying: { name: 'accepted', username: 'accepted' },
  async prepare({ fixtures }) {
    const id = fixtures.names.workspace()
    fixtures.manifest.workspace(id)
    return { body: { id, name: 'Contract test', username: fixtures.names.username() } }
  },
}
