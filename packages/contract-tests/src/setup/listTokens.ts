import { names } from '../expect/holds.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** A token to list. */
export const listTokens: SetupOf<'listTokens'> = {
  async prepare({ fixtures, caller }) {
    const token = await fixtures.makeToken(await fixtures.accountOf(caller))
    return { holds: [names({ 'prefix of the token': token.slice(0, 10) })] }
  },
}
