import { expectItem, expectRefused, expectSame } from '../suite/compare.ts'
import { expectStatus } from '../suite/expect-answer.ts'
import { expectOneOf } from '../suite/once.ts'
import { oddNames } from '../world/odd.ts'
import { addTo, makeColleague } from '../world/situations.ts'
import { views } from '../world/views.ts'
import type { World } from '../world/world.ts'
import type { StoryOf } from './story-of.ts'

/** A member becomes what the call says, at once, and nobody else does. */
export const updateUser: StoryOf = [
  ...[true, false].map((isAdmin) => ({
    rule: 'write-stored' as const,
    title: `stores is_admin ${isAdmin}, and the member may at once do what that allows`,
    async run(world: World) {
      const { workspace, colleague, username, path } = await makeColleague(world, { isAdmin: !isAdmin })
      const { token } = workspace.admin.identity
      const body = { is_admin: isAdmin }
      expectStatus(await world.api.call('updateUser', { path, body }, token), '200')
      const members = await views.members(world, workspace.id)
      expectItem(members, { username, email: colleague.email, is_admin: isAdmin })
      const tried = await world.api.call('updateUser', { path, body: {} }, colleague.token)
      expectStatus(tried, isAdmin ? '200' : '403')
    },
  })),
  {
    rule: 'write-scope',
    title: 'changes no other member, and not the same username in another workspace',
    async run(world) {
      const { workspace, username, path } = await makeColleague(world)
      const other = await world.makeWorkspace()
      await addTo(world, other, { email: world.names.email('namesake') }, { username })
      const before = await views.members(world, workspace.id)
      const body = { is_admin: true }
      await world.api.succeed('updateUser', { path, body }, workspace.admin.identity.token)
      const after = await views.members(world, workspace.id)
      const expected = before.items.map((item) =>
        item['username'] === username ? { ...item, is_admin: true } : item,
      )
      expectSame(after, 'the members', expected, after.items)
      expectItem(await views.members(world, other.id), { username, is_admin: false })
    },
  },
  {
    rule: 'write-scope',
    title: 'changes nothing when is_admin is absent or null',
    async run(world) {
      for (const isAdmin of [true, false]) {
        const { workspace, username, path } = await makeColleague(world, { isAdmin })
        const { token } = workspace.admin.identity
        for (const body of [{}, { is_admin: null }]) {
          expectStatus(await world.api.call('updateUser', { path, body }, token), '200')
          expectItem(await views.members(world, workspace.id), { username, is_admin: isAdmin })
        }
      }
    },
  },
  {
    rule: 'write-refused',
    title: 'changes nothing for a member who would promote himself, and for a body that breaks its schema',
    async run(world) {
      const { workspace, colleague, username, path } = await makeColleague(world)
      const body = { is_admin: true }
      expectRefused(await world.api.call('updateUser', { path, body }, colleague.token), '403')
      expectRefused(await world.api.call('updateUser', { path, body }), '401')
      const broken = { is_admin: 'true' }
      const { token } = workspace.admin.identity
      expectRefused(await world.api.call('updateUser', { path, body: broken }, token), '422')
      expectItem(await views.members(world, workspace.id), { username, is_admin: false })
    },
  },
  {
    rule: 'last-admin-kept',
    title: 'answers 400 when the last admin would be demoted, and he stays one',
    async run(world) {
      const { id, admin } = await world.makeWorkspace()
      const path = { workspace: id, username: admin.username }
      for (const { token } of [admin.identity, world.admin]) {
        const exchange = await world.api.call('updateUser', { path, body: { is_admin: false } }, token)
        expectRefused(exchange, '400')
        expectItem(await views.members(world, id), { username: admin.username, is_admin: true })
      }
    },
  },
  {
    rule: 'last-admin-kept',
    title: 'answers 400 to each of three calls at once that would demote the last admin',
    async run(world) {
      const { id, admin } = await world.makeWorkspace()
      const path = { workspace: id, username: admin.username }
      const demote = () =>
        world.api.call('updateUser', { path, body: { is_admin: false } }, world.admin.token)
      for (const exchange of await Promise.all([demote(), demote(), demote()])) expectRefused(exchange, '400')
      expectItem(await views.members(world, id), { username: admin.username, is_admin: true })
    },
  },
  {
    rule: 'path-unknown',
    title: 'changes nobody whose username differs in case',
    async run(world) {
      const { workspace, username, path } = await makeColleague(world)
      const shouted = { path: { ...path, username: username.toUpperCase() }, body: { is_admin: true } }
      expectRefused(await world.api.call('updateUser', shouted, workspace.admin.identity.token), '404')
      expectItem(await views.members(world, workspace.id), { username, is_admin: false })
    },
  },
  {
    rule: 'others-untouched',
    title: 'answers 404 to a member of another workspace, and changes nobody there',
    async run(world) {
      const [{ workspace: other, username }, workspace] = [
        await makeColleague(world),
        await world.makeWorkspace(),
      ]
      const path = { workspace: workspace.id, username }
      for (const { token } of [workspace.admin.identity, world.admin]) {
        expectRefused(await world.api.call('updateUser', { path, body: { is_admin: true } }, token), '404')
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
        const input = { path: { workspace: id, username: odd }, body: {} }
        expectRefused(await world.api.call('updateUser', input, admin.identity.token), '404')
      }
    },
  },
  {
    rule: 'once-at-once',
    title: 'demotes one of two admins when both demote themselves at once',
    async run(world) {
      const { workspace, colleague, path } = await makeColleague(world, { isAdmin: true })
      const body = { is_admin: false }
      const demote = [
        () => world.api.call('updateUser', { path, body }, colleague.token),
        () => {
          const own = { workspace: workspace.id, username: workspace.admin.username }
          return world.api.call('updateUser', { path: own, body }, workspace.admin.identity.token)
        },
      ]
      await expectOneOf(demote, '400')
    },
  },
]
