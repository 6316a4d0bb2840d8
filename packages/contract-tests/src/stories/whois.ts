import { expectRefused } from '../suite/compare.ts'
import { oddNames } from '../world/odd.ts'
import { makeColleague } from '../world/situations.ts'
import type { StoryOf } from './story-of.ts'

/** A name that is none finds nobody. */
export const whois: StoryOf = [
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
