import { names } from '../expect/holds.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** A token to delete, other than the one that calls. */
export const deleteToken: SetupOf<'deleteToken'> = {
  async prepare({ fixtures, caller }) {
    const token = await fixtures.makeToken(await fixtures.accountOf(caller))
    const prefix = token.slice(0, 10)
    return { path: { token_prefix: prefix }, holds: [names({ prefix })] }
  },
}
