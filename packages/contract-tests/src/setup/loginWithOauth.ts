import { setsSessionCookie } from '../expect/session-cookie.ts'
import { logInAtProvider, requireSandboxClient, sandboxClient } from '../fixtures/oauth.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** A login at the provider of the client `sandbox`, which sends an e-mail that it is given straight back. */
export const loginWithOauth: SetupOf<'loginWithOauth'> = {
  varying: {
    code: { unless: 'the provider gave no such code' },
    state: { unless: 'the cookie belongs to another state' },
  },
  async prepare({ fixtures, purpose }) {
    const path = { client_name: sandboxClient }
    // A body that breaks its schema is refused before anybody asks the provider.
    if (purpose === 'refusal') return { path, body: { code: 'no-code', state: 'no-state' } }
    await requireSandboxClient(fixtures)
    const email = fixtures.names.email('oauth')
    fixtures.manifest.account(email)
    const { body, cookie } = await logInAtProvider(fixtures, email)
    return { path, body, headers: { cookie }, holds: [setsSessionCookie] }
  },
}
