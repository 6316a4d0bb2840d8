import type { StageOf } from '../world/stage-of.ts'

/** Any server. */
export const listOauthLogins: StageOf<'listOauthLogins'> = {
  async prepare() {
    return {}
  },
}
