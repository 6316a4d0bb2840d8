import type { SetupOf } from '../fixtures/setup-of.ts'

/** Any account, and an expiration that is far off. */
export const createToken: SetupOf<'createToken'> = {
  varying: { label: 'accepted', expiration: { unless: 'the expiration is in the past' } },
  async prepare() {
    return { body: { label: 'contract', expiration: '2099-12-31T23:59:59Z' } }
  },
}
