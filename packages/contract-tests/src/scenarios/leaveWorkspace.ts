import { expectItem, expectRefused } from '../expect/compare.ts'
import { expectStatus } from '../expect/expect-status.ts'
import { each } from '../expect/observation.ts'
import { expectOneOf } from '../expect/once.ts'
import { expectUnchanged } from '../expect/unchanged.ts'
import { addTo, makeColleague } from '../fixtures/situations.ts'
import { views } from '../fixtures/views.ts'
import { schemas } from '../generated/schemas.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** Whoever leaves is out at once, of this workspace alone. */
export const leaveWorkspace: ScenarioOf = [
  {
    rule: 'write-stored',
    title: 'removes only the caller, and only from this workspace',
    async run(fixtures) {
      const { workspace, colleague, username } = await makeColleague(fixtures)
      const other = await fixtures.makeWorkspace()
      await addTo(fixtures, other, colleague, { username })
      const before = await views.members(fixtures, workspace.id)
      const path = { workspace: workspace.id }
      expectStatus(await fixtures.api.call('leaveWorkspace', { path }, colleague.token), '200')
      const after = await views.members(fixtures, workspace.id)
      const expected = before.items.filter((item) => item['username'] !== username)
      expectUnchanged(after, 'the members', { schema: schemas.User, before: expected, after: after.items })
      expectRefused(await fixtures.api.call('whoami', { path }, colleague.token), '403')
      expectRefused(await fixtures.api.call('leaveWorkspace', { path }, colleague.token), '403')
      expectItem(await views.members(fixtures, other.id), { username, email: colleague.email })
    },
  },
  {
    rule: 'write-refused',
    title: 'removes nobody if the caller is not a member',
    async run(fixtures) {
      const { workspace } = await makeColleague(fixtures, { account: fixtures.admin, isAdmin: true })
      const before = await views.members(fixtures, workspace.id)
      const path = { workspace: workspace.id }
      await each(['user', 'outsider'] as const, async (caller) => {
        const { token } = await fixtures.identity(caller)
        expectRefused(await fixtures.api.call('leaveWorkspace', { path }, token), '403')
      })
      const after = await views.members(fixtures, workspace.id)
      expectUnchanged(after, 'the members', {
        schema: schemas.User,
        before: before.items,
        after: after.items,
      })
    },
  },
  {
    rule: 'last-admin-kept',
    title: 'returns 400 for the last admin, who stays a member',
    async run(fixtures) {
      const { id, admin } = await fixtures.makeWorkspace()
      const path = { workspace: id }
      expectRefused(await fixtures.api.call('leaveWorkspace', { path }, admin.identity.token), '400')
      expectItem(await views.members(fixtures, id), { username: admin.username, is_admin: true })
    },
  },
  {
    rule: 'path-unknown',
    title: 'returns 404 for a super admin who is not a member',
    async run(fixtures) {
      const { id } = await fixtures.makeWorkspace()
      const { token } = await fixtures.identity('super-admin')
      expectRefused(await fixtures.api.call('leaveWorkspace', { path: { workspace: id } }, token), '404')
    },
  },
  {
    rule: 'once-at-once',
    title: 'lets one of two admins leave when both leave at the same time',
    async run(fixtures) {
      const { workspace, colleague } = await makeColleague(fixtures, { isAdmin: true })
      const path = { workspace: workspace.id }
      const leave = [colleague, workspace.admin.identity].map(
        ({ token }) =>
          () =>
            fixtures.api.call('leaveWorkspace', { path }, token),
      )
      await expectOneOf(leave, '400')
    },
  },
]
