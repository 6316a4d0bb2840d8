import { expectItem, expectRefused } from '../expect/compare.ts'
import { expectStatus } from '../expect/expect-status.ts'
import { each } from '../expect/observation.ts'
import { expectOneOf } from '../expect/once.ts'
import { expectUnchanged } from '../expect/unchanged.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { oddNames } from '../fixtures/odd.ts'
import { addTo, makeColleague } from '../fixtures/situations.ts'
import { views } from '../fixtures/views.ts'
import { schemas } from '../generated/schemas.ts'
import { invalid } from './invalid.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** A member becomes what the call says, at once, and nobody else does. */
export const updateUser: ScenarioOf = [
  ...[true, false].map((isAdmin) => ({
    rule: 'write-stored' as const,
    title: `stores is_admin ${isAdmin}, which takes effect at once`,
    async run(fixtures: Fixtures) {
      const { workspace, colleague, username, path } = await makeColleague(fixtures, { isAdmin: !isAdmin })
      const { token } = workspace.admin.identity
      const body = { is_admin: isAdmin }
      expectStatus(await fixtures.api.call('updateUser', { path, body }, token), '200')
      const members = await views.members(fixtures, workspace.id)
      expectItem(members, { username, email: colleague.email, is_admin: isAdmin })
      const tried = await fixtures.api.call('updateUser', { path, body: {} }, colleague.token)
      expectStatus(tried, isAdmin ? '200' : '403')
    },
  })),
  {
    rule: 'write-scope',
    title: 'changes no other member, and not the same username in another workspace',
    async run(fixtures) {
      const { workspace, username, path } = await makeColleague(fixtures)
      const other = await fixtures.makeWorkspace()
      await addTo(fixtures, other, { email: fixtures.names.email('namesake') }, { username })
      const before = await views.members(fixtures, workspace.id)
      const body = { is_admin: true }
      await fixtures.api.succeed('updateUser', { path, body }, workspace.admin.identity.token)
      const after = await views.members(fixtures, workspace.id)
      const expected = before.items.map((item) =>
        item['username'] === username ? { ...item, is_admin: true } : item,
      )
      expectUnchanged(after, 'the members', { schema: schemas.User, before: expected, after: after.items })
      expectItem(await views.members(fixtures, other.id), { username, is_admin: false })
    },
  },
  {
    rule: 'write-scope',
    title: 'changes nothing when is_admin is absent or null',
    async run(fixtures) {
      await each([true, false], async (isAdmin) => {
        const { workspace, username, path } = await makeColleague(fixtures, { isAdmin })
        const { token } = workspace.admin.identity
        await each([{}, { is_admin: null }], async (body) => {
          expectStatus(await fixtures.api.call('updateUser', { path, body }, token), '200')
          expectItem(await views.members(fixtures, workspace.id), { username, is_admin: isAdmin })
        })
      })
    },
  },
  {
    rule: 'write-refused',
    title: 'changes nothing if members promote themselves or the body is invalid',
    async run(fixtures) {
      const { workspace, colleague, username, path } = await makeColleague(fixtures)
      const body = { is_admin: true }
      expectRefused(await fixtures.api.call('updateUser', { path, body }, colleague.token), '403')
      expectRefused(await fixtures.api.call('updateUser', { path, body }), '401')
      const broken = { is_admin: 'true' }
      const { token } = workspace.admin.identity
      expectRefused(
        await fixtures.api.call('updateUser', { path, body: invalid('updateUser', broken) }, token),
        '422',
      )
      expectItem(await views.members(fixtures, workspace.id), { username, is_admin: false })
    },
  },
  {
    rule: 'last-admin-kept',
    title: 'returns 400 for demoting the last admin, who stays one',
    async run(fixtures) {
      const { id, admin } = await fixtures.makeWorkspace()
      const path = { workspace: id, username: admin.username }
      await each([admin.identity, fixtures.admin], async ({ token }) => {
        const exchange = await fixtures.api.call('updateUser', { path, body: { is_admin: false } }, token)
        expectRefused(exchange, '400')
        expectItem(await views.members(fixtures, id), { username: admin.username, is_admin: true })
      })
    },
  },
  {
    rule: 'last-admin-kept',
    title: 'returns 400 to each of three concurrent calls that demote the last admin',
    async run(fixtures) {
      const { id, admin } = await fixtures.makeWorkspace()
      const path = { workspace: id, username: admin.username }
      const demote = () =>
        fixtures.api.call('updateUser', { path, body: { is_admin: false } }, fixtures.admin.token)
      for (const exchange of await Promise.all([demote(), demote(), demote()])) expectRefused(exchange, '400')
      expectItem(await views.members(fixtures, id), { username: admin.username, is_admin: true })
    },
  },
  {
    rule: 'path-unknown',
    title: 'changes nobody if the case of the username differs',
    async run(fixtures) {
      const { workspace, username, path } = await makeColleague(fixtures)
      const shouted = { path: { ...path, username: username.toUpperCase() }, body: { is_admin: true } }
      expectRefused(await fixtures.api.call('updateUser', shouted, workspace.admin.identity.token), '404')
      expectItem(await views.members(fixtures, workspace.id), { username, is_admin: false })
    },
  },
  {
    rule: 'others-untouched',
    title: 'returns 404 for a member of another workspace, and changes nobody there',
    async run(fixtures) {
      const [{ workspace: other, username }, workspace] = [
        await makeColleague(fixtures),
        await fixtures.makeWorkspace(),
      ]
      const path = { workspace: workspace.id, username }
      await each([workspace.admin.identity, fixtures.admin], async ({ token }) => {
        expectRefused(await fixtures.api.call('updateUser', { path, body: { is_admin: true } }, token), '404')
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
        const input = { path: { workspace: id, username: odd }, body: {} }
        expectRefused(await fixtures.api.call('updateUser', input, admin.identity.token), '404')
      })
    },
  },
  {
    rule: 'once-at-once',
    title: 'demotes one of two admins when both demote themselves at the same time',
    async run(fixtures) {
      const { workspace, colleague, path } = await makeColleague(fixtures, { isAdmin: true })
      const body = { is_admin: false }
      const demote = [
        () => fixtures.api.call('updateUser', { path, body }, colleague.token),
        () => {
          const own = { workspace: workspace.id, username: workspace.admin.username }
          return fixtures.api.call('updateUser', { path: own, body }, workspace.admin.identity.token)
        },
      ]
      await expectOneOf(demote, '400')
    },
  },
]
