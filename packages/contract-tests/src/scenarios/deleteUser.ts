import { expectItem, expectNoItem, expectRefused, expectSame } from '../expect/compare.ts'
import { expectStatus } from '../expect/expect-status.ts'
import { each } from '../expect/observation.ts'
import { expectOneOf } from '../expect/once.ts'
import { expectUnchanged } from '../expect/unchanged.ts'
import { oddNames } from '../fixtures/odd.ts'
import { addTo, makeColleague } from '../fixtures/situations.ts'
import { views } from '../fixtures/views.ts'
import { schemas } from '../generated/schemas.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** A member who is removed is out at once, of this workspace alone. */
export const deleteUser: ScenarioOf = [
  {
    rule: 'write-stored',
    title: 'removes only this member, who loses access at once and keeps their account',
    async run(fixtures) {
      const { workspace, colleague, username, path } = await makeColleague(fixtures)
      const other = await fixtures.makeWorkspace()
      await addTo(fixtures, other, colleague, { username })
      const before = await views.members(fixtures, workspace.id)
      expectStatus(await fixtures.api.call('deleteUser', { path }, workspace.admin.identity.token), '200')
      const after = await views.members(fixtures, workspace.id)
      const expected = before.items.filter((item) => item['username'] !== username)
      expectUnchanged(after, 'the members', { schema: schemas.User, before: expected, after: after.items })
      const whoami = await fixtures.api.call('whoami', { path: { workspace: workspace.id } }, colleague.token)
      expectRefused(whoami, '403')
      expectItem(await views.members(fixtures, other.id), { username, email: colleague.email })
      expectStatus(await fixtures.api.call('getCurrentEmail', {}, colleague.token), '200')
    },
  },
  {
    rule: 'write-stored',
    title: 'returns 404 when repeated, and whois no longer finds the member',
    async run(fixtures) {
      const { workspace, username, path } = await makeColleague(fixtures)
      const { token } = workspace.admin.identity
      await fixtures.api.succeed('deleteUser', { path }, token)
      expectRefused(await fixtures.api.call('deleteUser', { path }, token), '404')
      expectRefused(await fixtures.api.call('whois', { path }, token), '404')
      const names = await fixtures.api.succeed('listUsernames', { path: { workspace: workspace.id } }, token)
      expectSame(names, 'the username listed', false, names.response.text.includes(JSON.stringify(username)))
    },
  },
  {
    rule: 'write-stored',
    title: 'gives no earlier role to a person added later with the same username',
    async run(fixtures) {
      const { workspace, colleague, username, path } = await makeColleague(fixtures, { isAdmin: true })
      await fixtures.api.succeed('deleteUser', { path }, workspace.admin.identity.token)
      await addTo(fixtures, workspace, colleague, { username })
      expectItem(await views.members(fixtures, workspace.id), { username, is_admin: false })
      expectRefused(await fixtures.api.call('updateUser', { path, body: {} }, colleague.token), '403')
    },
  },
  {
    rule: 'write-refused',
    title: 'removes nobody, not even the caller, if the caller lacks permission',
    async run(fixtures) {
      const { workspace, colleague, username, path } = await makeColleague(fixtures)
      const outsider = await fixtures.identity('outsider')
      expectRefused(await fixtures.api.call('deleteUser', { path }), '401')
      expectRefused(await fixtures.api.call('deleteUser', { path }, workspace.member.identity.token), '403')
      expectRefused(await fixtures.api.call('deleteUser', { path }, outsider.token), '403')
      expectRefused(await fixtures.api.call('deleteUser', { path }, colleague.token), '403')
      expectItem(await views.members(fixtures, workspace.id), { username })
    },
  },
  {
    rule: 'last-admin-kept',
    title: 'returns 400 for removing the last admin, who stays a member',
    async run(fixtures) {
      const { id, admin } = await fixtures.makeWorkspace()
      const path = { workspace: id, username: admin.username }
      await each([admin.identity, fixtures.admin], async ({ token }) => {
        expectRefused(await fixtures.api.call('deleteUser', { path }, token), '400')
        expectItem(await views.members(fixtures, id), { username: admin.username, is_admin: true })
      })
    },
  },
  {
    rule: 'path-unknown',
    title: 'removes nobody if the case of the username differs',
    async run(fixtures) {
      const { workspace, username, path } = await makeColleague(fixtures)
      const { token } = workspace.admin.identity
      const shouted = { ...path, username: username.toUpperCase() }
      expectRefused(await fixtures.api.call('deleteUser', { path: shouted }, token), '404')
      expectNoItem(await views.members(fixtures, workspace.id), 'username', shouted.username)
      expectItem(await views.members(fixtures, workspace.id), { username })
    },
  },
  {
    rule: 'others-untouched',
    title: 'returns 404 for a member of another workspace, and removes nobody there',
    async run(fixtures) {
      const [{ workspace: other, username }, workspace] = [
        await makeColleague(fixtures),
        await fixtures.makeWorkspace(),
      ]
      const path = { workspace: workspace.id, username }
      await each([workspace.admin.identity, fixtures.admin], async ({ token }) => {
        expectRefused(await fixtures.api.call('deleteUser', { path }, token), '404')
        expectItem(await views.members(fixtures, other.id), { username, is_admin: false })
      })
    },
  },
  {
    rule: 'path-odd',
    title: 'returns 404 for a username with unusual characters',
    async run(fixtures) {
      const { id, admin } = await fixtures.workspace()
      await each(oddNames, async (odd) => {
        const input = { path: { workspace: id, username: odd } }
        expectRefused(await fixtures.api.call('deleteUser', input, admin.identity.token), '404')
      })
    },
  },
  {
    rule: 'once-at-once',
    title: 'removes a member once if three calls do it at the same time',
    async run(fixtures) {
      const { workspace, path } = await makeColleague(fixtures)
      const remove = () => fixtures.api.call('deleteUser', { path }, workspace.admin.identity.token)
      await expectOneOf([remove, remove, remove], '404')
    },
  },
  {
    rule: 'once-at-once',
    title: 'removes one of two admins when each removes the other at the same time',
    async run(fixtures) {
      const { workspace, colleague, path } = await makeColleague(fixtures, { isAdmin: true })
      const { admin } = workspace
      const other = { workspace: workspace.id, username: admin.username }
      // The one who is removed first is not an admin any more: 403 or 400, as it comes.
      await Promise.all([
        fixtures.api.call('deleteUser', { path }, admin.identity.token),
        fixtures.api.call('deleteUser', { path: other }, colleague.token),
      ])
      const members = await views.members(fixtures, workspace.id)
      expectSame(members, 'the number of admins', 1, members.items.filter((item) => item['is_admin']).length)
    },
  },
]
