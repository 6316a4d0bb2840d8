import { requireSandboxClient, sandboxClient } from '../fixtures/oauth.ts'
import type { SetupOf } from '../fixtures/setup-of.ts'

/** An OAuth client that the server knows. */
export const startOauthLogin: SetupOf<'startOauthLogin'> = {
  async prepare({ fixtures, purpose }) {
    if (purpose === 'success') await requireSandboxClient(fixtures)
    return { path: { client_name: sandboxClient } }
  },
}
