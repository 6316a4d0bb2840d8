import { names } from '../suite/holds.ts'
import type { StageOf } from '../world/stage-of.ts'

/** An e-mail without an account. */
export const createUserGlobally: StageOf<'createUserGlobally'> = {
  varying: { password: 'accepted', name: 'accepted', company: 'accepted' },
  async prepare({ world }) {
    const email = world.names.email('created')
    const password = world.names.password()
    world.belongings.account(email)
    world.secrets.add(password)
    const body = { email, password, super_admin: false, name: 'Contract test', company: null }
    return { body, holds: [names(email)] }
  },
}
