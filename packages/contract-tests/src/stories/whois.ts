import { expectRefused } from '../suite/compare.ts'
import { oddNames } from '../world/odd.ts'
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
]
