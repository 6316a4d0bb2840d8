import { expectSame, readList, readObject } from '../suite/compare.ts'
import { addTo } from '../world/situations.ts'
import { views } from '../world/views.ts'
import type { StoryOf } from './story-of.ts'

/** The members of a workspace look the same from everywhere. */
export const listUsers: StoryOf = [
  {
    rule: 'write-stored',
    title: 'lists each member once, as whois and listUsernames show him',
    async run(world) {
      const workspace = await world.makeWorkspace()
      await addTo(world, workspace, { email: world.names.email('first') })
      await addTo(world, workspace, { email: world.names.email('second') }, { isAdmin: true })
      const listing = await views.members(world, workspace.id)
      expectSame(listing, 'the number of members', 4, listing.items.length)
      const { token } = workspace.admin.identity
      for (const member of listing.items) {
        const path = { workspace: workspace.id, username: String(member['username']) }
        const whois = readObject(await world.api.succeed('whois', { path }, token))
        expectSame(listing, 'the member as whois shows him', whois, member)
      }
      const usernames = readList(
        await world.api.succeed('listUsernames', { path: { workspace: workspace.id } }, token),
      )
      const listed = listing.items.map((item) => String(item['username'])).sort()
      const named = usernames.items.map((item) => String(item['value'])).sort()
      expectSame(usernames, 'the usernames', listed, named)
    },
  },
]
