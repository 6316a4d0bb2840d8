import type { SetupOf } from '../fixtures/setup-of.ts'

/** Any instance: the super admin who calls is one account at least. */
export const listUsersAsSuperAdmin: SetupOf<'listUsersAsSuperAdmin'> = {
  varying: { page: 'accepted', per_page: 'accepted' },
  async prepare() {
    return { query: { page: 1, per_page: 100 } }
  },
}
