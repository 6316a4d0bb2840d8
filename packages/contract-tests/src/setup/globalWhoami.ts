import { names } from '../expect/holds.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** Any account. */
export const globalWhoami: SetupOf<'globalWhoami'> = {
  async prepare({ fixtures, caller }) {
    const { email } = await fixtures.accountOf(caller)
    return { holds: [names({ email })] }
  },
}
