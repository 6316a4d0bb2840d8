import { names } from '../expect/holds.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** A token of its own, which the call ends. */
export const logout: SetupOf<'logout'> = {
  async prepare({ fixtures, caller }) {
    const identity = await fixtures.accountOf(caller)
    const token = await fixtures.makeToken(identity)
    return { as: { ...identity, token }, holds: [names({ email: identity.email })] }
  },
}
