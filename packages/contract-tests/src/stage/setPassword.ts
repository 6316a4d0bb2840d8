import { names } from '../suite/holds.ts'
import type { StageOf } from '../world/stage-of.ts'

/** An account of its own, since the call ends the other sessions. */
export const setPassword: StageOf<'setPassword'> = {
  varying: { password: 'accepted' },
  async prepare({ world, actor }) {
    const caller = await world.makeAccount('password', { isSuperAdmin: actor === 'super-admin' })
    const password = world.names.password()
    world.secrets.add(password)
    return { caller, body: { password }, holds: [names(caller.email)] }
  },
}
