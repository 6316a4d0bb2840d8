import { expectSame, readList, readObject } from '../expect/compare.ts'
import { addTo } from '../fixtures/situations.ts'
import { views } from '../fixtures/views.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** The members of a workspace look the same from everywhere. */
export const listUsers: ScenarioOf = [
  {
    rule: 'write-stored',
    title: 'lists each member once, as whois and listUsernames show him',
    async run(fixtures) {
      const workspace = await fixtures.makeWorkspace()
      await addTo(fixtures, workspace, { email: fixtures.names.email('first') })
      await addTo(fixtures, workspace, { email: fixtures.names.email('second') }, { isAdmin: true })
      const listing = await views.members(fixtures, workspace.id)
      expectSame(listing, 'the number of members', 4, listing.items.length)
      const { token } = workspace.admin.identity
      for (const member of listing.items) {
        const path = { workspace: workspace.id, username: String(member['username']) }
        const whois = readObject(await fixtures.api.succeed('whois', { path }, token))
        expectSame(listing, 'the member as whois shows him', whois, member)
      }
      const usernames = readList(
        await fixtures.api.succeed('listUsernames', { path: { workspace: workspace.id } }, token),
      )
      const listed = listing.items.map((item) => String(item['username'])).sort()
      const named = usernames.items.map((item) => String(item['value'])).sort()
      expectSame(usernames, 'the usernames', listed, named)
    },
  },
]
