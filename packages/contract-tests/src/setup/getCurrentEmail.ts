import { isExactly } from '../expect/holds.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** Any account. */
export const getCurrentEmail: SetupOf<'getCurrentEmail'> = {
  async prepare({ fixtures, caller }) {
    const { email } = await fixtures.accountOf(caller)
    return { holds: [isExactly('the e-mail of the caller', email)] }
  },
}
