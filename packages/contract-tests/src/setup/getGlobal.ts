import type { SetupOf } from '../fixtures/setup-of.ts'

/** The one setting that an instance tells everybody. */
export const getGlobal: SetupOf<'getGlobal'> = {
  async prepare() {
    return { path: { key: 'automate_username_creation' } }
  },
}
