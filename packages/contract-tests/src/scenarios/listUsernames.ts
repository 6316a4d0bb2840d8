import { expectItem, expectNoItem, expectSame } from '../expect/compare.ts'
import { addTo } from '../fixtures/situations.ts'
import { views } from '../fixtures/views.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** The names of the members, as they are at this moment. */
export const listUsernames: ScenarioOf = [
  {
    rule: 'write-stored',
    title: 'shows at once who was added and removed, like the list of members',
    async run(fixtures) {
      const workspace = await fixtures.makeWorkspace()
      const before = await views.usernames(fixtures, workspace.id)
      const { username } = await addTo(fixtures, workspace, { email: fixtures.names.email('member') })
      const during = await views.usernames(fixtures, workspace.id)
      expectItem(during, { value: username })
      const members = (await views.members(fixtures, workspace.id)).items.map((member) => member['username'])
      expectSame(during, 'the usernames', [...members].sort(), during.items.map(({ value }) => value).sort())
      const path = { workspace: workspace.id, username }
      await fixtures.api.succeed('deleteUser', { path }, workspace.admin.identity.token)
      const after = await views.usernames(fixtures, workspace.id)
      expectNoItem(after, 'value', username)
      expectSame(after, 'the usernames', before.items, after.items)
    },
  },
]
