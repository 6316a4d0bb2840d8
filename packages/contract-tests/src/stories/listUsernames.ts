import { expectItem, expectNoItem, expectSame } from '../suite/compare.ts'
import { addTo } from '../world/situations.ts'
import { views } from '../world/views.ts'
import type { StoryOf } from './story-of.ts'

/** The names of the members, as they are at this moment. */
export const listUsernames: StoryOf = [
  {
    rule: 'write-stored',
    title: 'shows at once who has come and who has gone, as the list of members does',
    async run(world) {
      const workspace = await world.makeWorkspace()
      const before = await views.usernames(world, workspace.id)
      const { username } = await addTo(world, workspace, { email: world.names.email('member') })
      const during = await views.usernames(world, workspace.id)
      expectItem(during, { value: username })
      const members = (await views.members(world, workspace.id)).items.map((member) => member['username'])
      expectSame(during, 'the usernames', [...members].sort(), during.items.map(({ value }) => value).sort())
      const path = { workspace: workspace.id, username }
      await world.api.succeed('deleteUser', { path }, workspace.admin.identity.token)
      const after = await views.usernames(world, workspace.id)
      expectNoItem(after, 'value', username)
      expectSame(after, 'the usernames', before.items, after.items)
    },
  },
]
