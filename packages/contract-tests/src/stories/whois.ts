import { expectItem, expectRefused, expectSame, readObject } from '../suite/compare.ts'
import { oddNames } from '../world/odd.ts'
import { makeColleague } from '../world/situations.ts'
import { views } from '../world/views.ts'
import type { StoryOf } from './story-of.ts'

/** A member is shown as he is, and a name that is none finds nobody. */
export const whois: StoryOf = [
  {
    rule: 'read-only',
    title: 'shows a member as the list of members does, now and after a change, and changes nothing',
    async run(world) {
      const superAdmin = await world.identity('super-admin')
      for (const account of [await world.companion(), superAdmin]) {
        const { workspace, username, path } = await makeColleague(world, { account })
        const { token } = workspace.admin.identity
        for (const is_admin of [false, true]) {
          await world.api.succeed('updateUser', { path, body: { is_admin } }, token)
          const listed = expectItem(await views.members(world, workspace.id), {
            username,
            is_admin,
            is_super_admin: account === superAdmin,
          })
          const exchange = await world.api.succeed('whois', { path }, token)
          expectSame(exchange, 'the member', listed, readObject(exchange))
          expectItem(await views.members(world, workspace.id), { username, is_admin })
        }
      }
    },
  },
  {
    rule: 'path-odd',
    title: 'answers 404 to a username, and 403 to a workspace, of odd characters',
    async run(world) {
      const { id, admin } = await world.workspace()
      const { token } = admin.identity
      for (const odd of oddNames) {
        const path = { workspace: id, username: odd }
        expectRefused(await world.api.call('whois', { path }, token), '404')
        const elsewhere = { workspace: odd, username: admin.username }
        expectRefused(await world.api.call('whois', { path: elsewhere }, token), '403')
      }
    },
  },
  {
    rule: 'path-unknown',
    title: 'tells usernames apart by case',
    async run(world) {
      const { id, admin } = await world.workspace()
      const path = { workspace: id, username: admin.username.toUpperCase() }
      expectRefused(await world.api.call('whois', { path }, admin.identity.token), '404')
    },
  },
  {
    rule: 'others-untouched',
    title: 'answers 404 to a username that is one in another workspace alone',
    async run(world) {
      const [{ username }, { id, admin }] = [await makeColleague(world), await world.workspace()]
      const path = { workspace: id, username }
      expectRefused(await world.api.call('whois', { path }, admin.identity.token), '404')
    },
  },
]
