import { isExactly } from '../expect/holds.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** A workspace that exists. */
export const existsWorkspace: SetupOf<'existsWorkspace'> = {
  varying: { id: 'accepted' },
  async prepare({ fixtures }) {
    const { id } = await fixtures.workspace()
    return { body: { id }, holds: [isExactly('true', 'true')] }
  },
}
