import { expectItem, expectRefused, expectSame } from '../suite/compare.ts'
import { expectStatus } from '../suite/expect-answer.ts'
import { expectOneOf } from '../suite/once.ts'
import { addTo, makeColleague } from '../world/situations.ts'
import { views } from '../world/views.ts'
import type { StoryOf } from './story-of.ts'

/** Whoever leaves is out at once, of this workspace alone. */
export const leaveWorkspace: StoryOf = [
  {
    rule: 'write-stored',
    title: 'removes the caller from this workspace and from no other, and nobody else',
    async run(world) {
      const { workspace, colleague, username } = await makeColleague(world)
      const other = await world.makeWorkspace()
      await addTo(world, other, colleague, { username })
      const before = await views.members(world, workspace.id)
      const path = { workspace: workspace.id }
      expectStatus(await world.api.call('leaveWorkspace', { path }, colleague.token), '200')
      const after = await views.members(world, workspace.id)
      const expected = before.items.filter((item) => item['username'] !== username)
      expectSame(after, 'the members', expected, after.items)
      expectRefused(await world.api.call('whoami', { path }, colleague.token), '403')
      expectRefused(await world.api.call('leaveWorkspace', { path }, colleague.token), '403')
      expectItem(await views.members(world, other.id), { username, email: colleague.email })
    },
  },
  {
    rule: 'write-refused',
    title: 'removes nobody for a caller who is no member',
    async run(world) {
      const { workspace } = await makeColleague(world, { account: world.admin, isAdmin: true })
      const before = await views.members(world, workspace.id)
      const path = { workspace: workspace.id }
      for (const actor of ['user', 'outsider'] as const) {
        const { token } = await world.identity(actor)
        expectRefused(await world.api.call('leaveWorkspace', { path }, token), '403')
      }
      const after = await views.members(world, workspace.id)
      expectSame(after, 'the members', before.items, after.items)
    },
  },
  {
    rule: 'last-admin-kept',
    title: 'answers 400 to the last admin, and he stays',
    async run(world) {
      const { id, admin } = await world.makeWorkspace()
      const path = { workspace: id }
      expectRefused(await world.api.call('leaveWorkspace', { path }, admin.identity.token), '400')
      expectItem(await views.members(world, id), { username: admin.username, is_admin: true })
    },
  },
  {
    rule: 'path-unknown',
    title: 'answers 404 to a super admin who is no member',
    async run(world) {
      const { id } = await world.makeWorkspace()
      const { token } = await world.identity('super-admin')
      expectRefused(await world.api.call('leaveWorkspace', { path: { workspace: id } }, token), '404')
    },
  },
  {
    rule: 'once-at-once',
    title: 'lets one of two admins go when both leave at once',
    async run(world) {
      const { workspace, colleague } = await makeColleague(world, { isAdmin: true })
      const path = { workspace: workspace.id }
      const leave = [colleague, workspace.admin.identity].map(
        ({ token }) =>
          () =>
            world.api.call('leaveWorkspace', { path }, token),
      )
      await expectOneOf(leave, '400')
    },
  },
]
