import { createAccount } from '../world/account.ts'
import type { StageOf } from '../world/stage-of.ts'

/** An account to delete. */
export const deleteGlobalUser: StageOf<'deleteGlobalUser'> = {
  async prepare({ world }) {
    return { path: { email: await createAccount(world) } }
  },
}
