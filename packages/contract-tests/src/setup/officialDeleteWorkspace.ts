import type { SetupOf } from '../fixtures/setup-of.ts'

/** A workspace to delete. */
export const officialDeleteWorkspace: SetupOf<'officialDeleteWorkspace'> = {
  async prepare({ fixtures }) {
    const { id } = await fixtures.makeWorkspace()
    return { path: { workspace: id } }
  },
}
