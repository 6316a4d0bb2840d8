import { setsSessionCookie } from '../suite/session-cookie.ts'
import { logInAtProvider, requireSandboxClient, sandboxClient } from '../world/oauth.ts'
import type { StageOf } from '../world/stage-of.ts'

/** A login at the provider of the client `sandbox`, which sends an e-mail that it is given straight back. */
export const loginWithOauth: StageOf<'loginWithOauth'> = {
  varying: {
    code: { unless: 'the provider gave no such code' },
    state: { unless: 'the cookie has another' },
  },
  async prepare({ world, purpose }) {
    const path = { client_name: sandboxClient }
    // A body that breaks its schema is refused before anybody asks the provider.
    if (purpose === 'refusal') return { path, body: { code: 'no-code', state: 'no-state' } }
    await requireSandboxClient(world)
    const email = world.names.email('oauth')
    world.belongings.account(email)
    const { body, cookie } = await logInAtProvider(world, email)
    return { path, body, headers: { cookie }, holds: [setsSessionCookie] }
  },
}
