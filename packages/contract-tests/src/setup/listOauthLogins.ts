import type { SetupOf } from '../fixtures/setup-of.ts'

/** Any server. */
export const listOauthLogins: SetupOf<'listOauthLogins'> = {
  async prepare() {
    return {}
  },
}
