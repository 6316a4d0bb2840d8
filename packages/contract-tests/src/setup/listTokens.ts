import { names } from '../expect/holds.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** A token to list. */
export const listTokens: SetupOf<'listTokens'> = {
  async prepare({ fixtures, caller }) {
    const identity = await fixtures.accountOf(caller)
    const token = fixtures.has('createToken') ? await fixtures.makeToken(identity) : identity.token
    return { holds: [names({ 'prefix of the token': token.slice(0, 10) })] }
  },
}
