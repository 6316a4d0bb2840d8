import { names } from '../suite/holds.ts'
import { createAccount } from '../world/account.ts'
import type { StageOf } from '../world/stage-of.ts'

/** An account to promote. */
export const globalUserUpdate: StageOf<'globalUserUpdate'> = {
  varying: { is_super_admin: 'accepted' },
  async prepare({ world }) {
    const email = await createAccount(world)
    return { path: { email }, body: { is_super_admin: true }, holds: [names(email)] }
  },
}
