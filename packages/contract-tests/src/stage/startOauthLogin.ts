import { requireSandboxClient, sandboxClient } from '../world/oauth.ts'
import type { StageOf } from '../world/stage-of.ts'

/** An OAuth client that the server knows. */
export const startOauthLogin: StageOf<'startOauthLogin'> = {
  async prepare({ world, purpose }) {
    if (purpose === 'success') await requireSandboxClient(world)
    return { path: { client_name: sandboxClient } }
  },
}
