import { names } from '../expect/holds.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** A workspace that the caller may enter. */
export const whoami: SetupOf<'whoami'> = {
  async prepare({ fixtures, caller }) {
    const { id } = await fixtures.workspace()
    const { email } = await fixtures.accountOf(caller)
    return { path: { workspace: id }, holds: [names({ email })] }
  },
}
