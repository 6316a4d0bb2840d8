import { setsSessionCookie } from '../suite/session-cookie.ts'
import type { StageOf } from '../world/stage-of.ts'

/** An account with a password. */
export const login: StageOf<'login'> = {
  varying: { email: { unless: 'it has no account' }, password: { unless: 'it is another' } },
  async prepare({ world }) {
    const { email, password } = await world.identity('user')
    return { body: { email, password }, holds: [setsSessionCookie] }
  },
}
