import { expectItem, expectNoItem, expectRefused, expectSame } from '../suite/compare.ts'
import { expectStatus } from '../suite/expect-answer.ts'
import { expectOneOf } from '../suite/once.ts'
import { oddNames } from '../world/odd.ts'
import { addTo, makeColleague } from '../world/situations.ts'
import { views } from '../world/views.ts'
import type { StoryOf } from './story-of.ts'

/** A member who is removed is out at once, of this workspace alone. */
export const deleteUser: StoryOf = [
  {
    rule: 'write-stored',
    title: 'removes the member and nobody else, who may do nothing there any more, and keeps his account',
    async run(world) {
      const { workspace, colleague, username, path } = await makeColleague(world)
      const other = await world.makeWorkspace()
      await addTo(world, other, colleague, { username })
      const before = await views.members(world, workspace.id)
      expectStatus(await world.api.call('deleteUser', { path }, workspace.admin.identity.token), '200')
      const after = await views.members(world, workspace.id)
      const expected = before.items.filter((item) => item['username'] !== username)
      expectSame(after, 'the members', expected, after.items)
      const whoami = await world.api.call('whoami', { path: { workspace: workspace.id } }, colleague.token)
      expectRefused(whoami, '403')
      expectItem(await views.members(world, other.id), { username, email: colleague.email })
      expectStatus(await world.api.call('getCurrentEmail', {}, colleague.token), '200')
    },
  },
  {
    rule: 'write-stored',
    title: 'answers 404 to a repetition, and whois no longer knows the member',
    async run(world) {
      const { workspace, username, path } = await makeColleague(world)
      const { token } = workspace.admin.identity
      await world.api.succeed('deleteUser', { path }, token)
      expectRefused(await world.api.call('deleteUser', { path }, token), '404')
      expectRefused(await world.api.call('whois', { path }, token), '404')
      const names = await world.api.succeed('listUsernames', { path: { workspace: workspace.id } }, token)
      expectSame(names, 'the username listed', false, names.answer.text.includes(JSON.stringify(username)))
    },
  },
  {
    rule: 'write-stored',
    title: 'leaves no role to who is added with the same username later',
    async run(world) {
      const { workspace, colleague, username, path } = await makeColleague(world, { isAdmin: true })
      await world.api.succeed('deleteUser', { path }, workspace.admin.identity.token)
      await addTo(world, workspace, colleague, { username })
      expectItem(await views.members(world, workspace.id), { username, is_admin: false })
      expectRefused(await world.api.call('updateUser', { path, body: {} }, colleague.token), '403')
    },
  },
  {
    rule: 'write-refused',
    title: 'removes nobody for a caller who may not, himself included',
    async run(world) {
      const { workspace, colleague, username, path } = await makeColleague(world)
      const outsider = await world.identity('outsider')
      expectRefused(await world.api.call('deleteUser', { path }), '401')
      expectRefused(await world.api.call('deleteUser', { path }, workspace.member.identity.token), '403')
      expectRefused(await world.api.call('deleteUser', { path }, outsider.token), '403')
      expectRefused(await world.api.call('deleteUser', { path }, colleague.token), '403')
      expectItem(await views.members(world, workspace.id), { username })
    },
  },
  {
    rule: 'last-admin-kept',
    title: 'answers 400 when the last admin would be removed, and he stays',
    async run(world) {
      const { id, admin } = await world.makeWorkspace()
      const path = { workspace: id, username: admin.username }
      for (const { token } of [admin.identity, world.admin]) {
        expectRefused(await world.api.call('deleteUser', { path }, token), '400')
        expectItem(await views.members(world, id), { username: admin.username, is_admin: true })
      }
    },
  },
  {
    rule: 'path-unknown',
    title: 'removes nobody whose username differs in case',
    async run(world) {
      const { workspace, username, path } = await makeColleague(world)
      const { token } = workspace.admin.identity
      const shouted = { ...path, username: username.toUpperCase() }
      expectRefused(await world.api.call('deleteUser', { path: shouted }, token), '404')
      expectNoItem(await views.members(world, workspace.id), 'username', shouted.username)
      expectItem(await views.members(world, workspace.id), { username })
    },
  },
  {
    rule: 'others-untouched',
    title: 'answers 404 to a member of another workspace, and removes nobody there',
    async run(world) {
      const [{ workspace: other, username }, workspace] = [
        await makeColleague(world),
        await world.makeWorkspace(),
      ]
      const path = { workspace: workspace.id, username }
      for (const { token } of [workspace.admin.identity, world.admin]) {
        expectRefused(await world.api.call('deleteUser', { path }, token), '404')
        expectItem(await views.members(world, other.id), { username, is_admin: false })
      }
    },
  },
  {
    rule: 'path-odd',
    title: 'answers 404 to a username of odd characters',
    async run(world) {
      const { id, admin } = await world.workspace()
      for (const odd of oddNames) {
        const input = { path: { workspace: id, username: odd } }
        expectRefused(await world.api.call('deleteUser', input, admin.identity.token), '404')
      }
    },
  },
  {
    rule: 'once-at-once',
    title: 'removes a member once of three times at once',
    async run(world) {
      const { workspace, path } = await makeColleague(world)
      const remove = () => world.api.call('deleteUser', { path }, workspace.admin.identity.token)
      await expectOneOf([remove, remove, remove], '404')
    },
  },
  {
    rule: 'once-at-once',
    title: 'removes one of two admins when each removes the other at once',
    async run(world) {
      const { workspace, colleague, path } = await makeColleague(world, { isAdmin: true })
      const { admin } = workspace
      const other = { workspace: workspace.id, username: admin.username }
      // The one who is removed first is no admin any more: 403 or 400, as it comes.
      await Promise.all([
        world.api.call('deleteUser', { path }, admin.identity.token),
        world.api.call('deleteUser', { path: other }, colleague.token),
      ])
      const members = await views.members(world, workspace.id)
      expectSame(members, 'the number of admins', 1, members.items.filter((item) => item['is_admin']).length)
    },
  },
]
