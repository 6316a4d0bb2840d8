import { expectItem, expectNoItem, expectRefused, expectSame } from '../suite/compare.ts'
import { expectStatus } from '../suite/expect-answer.ts'
import { expectOneOf } from '../suite/once.ts'
import { serverTime } from '../world/server-time.ts'
import { addTo, makeColleague, makeInvitee } from '../world/situations.ts'
import { views } from '../world/views.ts'
import type { World } from '../world/world.ts'
import type { StoryOf } from './story-of.ts'

/** A member is listed as he was added, once, and in one workspace. */
export const createUser: StoryOf = [
  ...[true, false].map((isAdmin) => ({
    rule: 'write-stored' as const,
    title: `adds a member with is_admin ${isAdmin}, who may act at once and is in no other workspace`,
    async run(world: World) {
      const [workspace, other] = [await world.makeWorkspace(), await world.workspace()]
      const account = await world.companion()
      const before = await views.members(world, workspace.id)
      const { username } = await addTo(world, workspace, account, { isAdmin })
      const after = await views.members(world, workspace.id)
      expectItem(after, { username, email: account.email, is_admin: isAdmin, is_super_admin: false })
      expectSame(after, 'the number of members', before.items.length + 1, after.items.length)
      expectNoItem(await views.members(world, other.id), 'email', account.email)
      expectStatus(
        await world.api.call('whoami', { path: { workspace: workspace.id } }, account.token),
        '200',
      )
    },
  })),
  {
    rule: 'write-stored',
    title: 'makes a member who is in the group all, no operator, not disabled, and member from now on',
    async run(world) {
      const workspace = await world.makeWorkspace()
      const account = await world.companion()
      const before = await serverTime(world, account)
      const { username } = await addTo(world, workspace, account)
      const after = await serverTime(world, account)
      const listing = await views.members(world, workspace.id)
      const member = expectItem(listing, { username, operator: false, disabled: false })
      const { groups, created_at } = member
      const isInAll = groups === undefined || (Array.isArray(groups) && groups.includes('all'))
      expectSame(listing, 'whether the member is in the group all', true, isInAll)
      const since = Date.parse(String(created_at))
      const isBetween = since >= before - 1000 && since <= after + 1000
      expectSame(listing, 'whether created_at is the time of the call', true, isBetween)
    },
  },
  {
    rule: 'write-stored',
    title: 'stores the e-mail in lower case, and tells usernames apart by case',
    async run(world) {
      const workspace = await world.makeWorkspace()
      const [first, second] = [world.names.email('first'), world.names.email('second')]
      const username = world.names.username()
      await addTo(world, workspace, { email: first.toUpperCase() }, { username })
      await addTo(world, workspace, { email: second }, { username: username.toUpperCase() })
      const members = await views.members(world, workspace.id)
      expectItem(members, { username, email: first })
      expectItem(members, { username: username.toUpperCase(), email: second })
    },
  },
  {
    rule: 'duplicate-refused',
    title: 'answers 400 to a username or e-mail that is taken and to a reserved name, and adds nobody',
    async run(world) {
      const { workspace, colleague, username } = await makeColleague(world)
      const before = await views.members(world, workspace.id)
      const stranger = world.names.email('stranger')
      for (const body of [
        { email: stranger, username, is_admin: true },
        { email: colleague.email, username: world.names.username(), is_admin: true },
        { email: colleague.email.toUpperCase(), username: world.names.username(), is_admin: true },
        { email: stranger, username: 'bot', is_admin: false },
      ]) {
        const path = { workspace: workspace.id }
        expectRefused(
          await world.api.call('createUser', { path, body }, workspace.admin.identity.token),
          '400',
        )
        const after = await views.members(world, workspace.id)
        expectSame(after, 'after a refusal, the members', before.items, after.items)
      }
    },
  },
  {
    rule: 'write-refused',
    title: 'adds nobody for a caller who may not, and for a body that breaks its schema',
    async run(world) {
      const workspace = await world.makeWorkspace()
      const before = await views.members(world, workspace.id)
      const [path, email] = [{ workspace: workspace.id }, world.names.email('stranger')]
      const body = { email, username: world.names.username(), is_admin: false }
      const { admin, member } = workspace
      expectRefused(await world.api.call('createUser', { path, body }, member.identity.token), '403')
      expectRefused(await world.api.call('createUser', { path, body }), '401')
      const broken = { ...body, is_admin: 'false' }
      expectRefused(await world.api.call('createUser', { path, body: broken }, admin.identity.token), '422')
      const after = await views.members(world, workspace.id)
      expectSame(after, 'after a refusal, the members', before.items, after.items)
    },
  },
  {
    rule: 'write-stored',
    title: 'removes the pending invite of whom it adds',
    async run(world) {
      const { invitee, workspace } = await makeInvitee(world)
      await addTo(world, workspace, invitee)
      expectNoItem(await views.invites(world, invitee), 'workspace_id', workspace.id)
      expectNoItem(await views.pendingInvites(world, workspace.id), 'email', invitee.email)
    },
  },
  {
    rule: 'once-at-once',
    title: 'adds a member once of three times at once',
    async run(world) {
      const workspace = await world.makeWorkspace()
      const path = { workspace: workspace.id }
      const body = { email: world.names.email('twin'), username: world.names.username(), is_admin: false }
      const add = () => world.api.call('createUser', { path, body }, workspace.admin.identity.token)
      await expectOneOf([add, add, add], '400')
      expectItem(await views.members(world, workspace.id), { username: body.username })
    },
  },
]
