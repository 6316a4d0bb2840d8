import { names } from '../suite/holds.ts'
import type { StageOf } from '../world/stage-of.ts'

/** An account that nobody logs in to again, called with a token that a new password does not end. */
export const setPassword: StageOf<'setPassword'> = {
  varying: { password: 'accepted' },
  async prepare({ world, actor }) {
    const account = await world.passwordless(actor === 'super-admin')
    const password = world.names.password()
    world.secrets.add(password)
    return { caller: account, body: { password }, holds: [names(account.email)] }
  },
}
