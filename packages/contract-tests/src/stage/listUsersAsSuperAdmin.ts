import type { StageOf } from '../world/stage-of.ts'

/** Any instance: the super admin who calls is one account at least. */
export const listUsersAsSuperAdmin: StageOf<'listUsersAsSuperAdmin'> = {
  async prepare() {
    return { query: { page: 1, per_page: 100 } }
  },
}
