import { expectSame, readList, readObject } from '../expect/compare.ts'
import { underRule } from '../expect/observation.ts'
import { expectUnchanged } from '../expect/unchanged.ts'
import { sideBySide } from '../fixtures/side-by-side.ts'
import { addTo } from '../fixtures/situations.ts'
import { views } from '../fixtures/views.ts'
import { schemas } from '../generated/schemas.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** The members of a workspace look the same from everywhere. */
export const listUsers: ScenarioOf = [
  {
    rule: 'write-stored',
    title: 'lists each member once, with the values of whois and listUsernames',
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
        expectUnchanged(listing, 'the member, compared with whois', {
          schema: schemas.User,
          before: whois,
          after: member,
        })
      }
      const usernames = readList(
        await fixtures.api.succeed('listUsernames', { path: { workspace: workspace.id } }, token),
      )
      const listed = listing.items.map((item) => String(item['username'])).sort()
      const named = usernames.items.map((item) => String(item['value'])).sort()
      expectSame(usernames, 'the usernames', listed, named)
    },
  },
  {
    rule: 'write-stored',
    title: 'lists more than 50 members, as listUsernames does',
    async run(fixtures) {
      const workspace = await fixtures.makeWorkspace()
      const further = 49
      await sideBySide(new Array(further).keys(), async () => {
        await addTo(fixtures, workspace, { email: fixtures.names.email('many') })
      })
      const listing = await views.members(fixtures, workspace.id)
      // The admin and the member of every workspace are there, too.
      expectSame(listing, 'the number of members', further + 2, listing.items.length)
      const usernames = await views.usernames(fixtures, workspace.id)
      const own = underRule(usernames, 'write-stored', 'more than 50 members')
      expectSame(own, 'the number of usernames', further + 2, usernames.items.length)
    },
  },
]
