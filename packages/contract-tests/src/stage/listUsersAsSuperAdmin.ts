import type { StageOf } from '../world/stage-of.ts'

/** Any instance: the super admin who calls is one account at least. */
export const listUsersAsSuperAdmin: StageOf<'listUsersAsSuperAdmin'> = {
  varying: { page: 'accepted', per_page: 'accepted' },
  async prepare() {
    return { query: { page: 1, per_page: 100 } }
  },
}
