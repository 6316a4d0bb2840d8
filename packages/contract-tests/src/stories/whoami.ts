import { expectSame, expectValues, readObject } from '../suite/compare.ts'
import { makeColleague } from '../world/situations.ts'
import { views } from '../world/views.ts'
import type { StoryOf } from './story-of.ts'

/** Whoever calls is shown himself. */
export const whoami: StoryOf = [
  {
    rule: 'write-stored',
    title: 'shows at once what has changed since it was asked before',
    async run(world) {
      const { workspace, colleague, path } = await makeColleague(world)
      for (const is_admin of [false, true, false]) {
        await world.api.succeed('updateUser', { path, body: { is_admin } }, workspace.admin.identity.token)
        const own = await world.api.succeed('whoami', { path: { workspace: workspace.id } }, colleague.token)
        expectValues(own, readObject(own), { is_admin })
      }
    },
  },
  {
    rule: 'write-stored',
    title: 'shows the caller as the list of members does, and a super admin who is none as an admin',
    async run(world) {
      const { id, admin, member } = await world.workspace()
      const path = { workspace: id }
      const listing = await views.members(world, id)
      for (const { identity, username } of [admin, member]) {
        const exchange = await world.api.succeed('whoami', { path }, identity.token)
        const listed = listing.items.find((item) => item['username'] === username)
        expectSame(exchange, 'the caller', listed, readObject(exchange))
      }
      const superAdmin = await world.identity('super-admin')
      const exchange = await world.api.succeed('whoami', { path }, superAdmin.token)
      const { email } = superAdmin
      const values = { email, username: email, is_admin: true, is_super_admin: true }
      expectValues(exchange, readObject(exchange), values)
    },
  },
]
