import { expectItem, expectNoItem, expectRefused, expectSame } from '../expect/compare.ts'
import { expectStatus } from '../expect/expect-status.ts'
import { each } from '../expect/observation.ts'
import { expectOneOf } from '../expect/once.ts'
import { expectUnchanged } from '../expect/unchanged.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { add } from '../fixtures/memberships.ts'
import { serverTime } from '../fixtures/server-time.ts'
import { makeColleague, makeInvitee, tagged } from '../fixtures/situations.ts'
import { views } from '../fixtures/views.ts'
import { schemas } from '../generated/schemas.ts'
import { invalid } from './invalid.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** A member is listed as added, once, and in one workspace. */
export const createUser: ScenarioOf = [
  ...[true, false].map((isAdmin) => ({
    rule: 'write-stored' as const,
    title: `adds a member with is_admin ${isAdmin}, who can act at once and is in no other workspace`,
    async run(fixtures: Fixtures) {
      const [workspace, other] = [await fixtures.makeWorkspace(), await fixtures.workspace()]
      const account = await fixtures.companion()
      const before = await views.members(fixtures, workspace.id)
      const { username } = await add(fixtures, workspace, { account, isAdmin })
      const after = await views.members(fixtures, workspace.id)
      expectItem(after, { username, email: account.email, is_admin: isAdmin, is_super_admin: false })
      expectSame(after, 'the number of members', before.items.length + 1, after.items.length)
      expectNoItem(await views.members(fixtures, other.id), 'email', account.email)
      expectStatus(
        await fixtures.api.call('whoami', { path: { workspace: workspace.id } }, account.token),
        '200',
      )
    },
  })),
  {
    rule: 'write-stored',
    title: 'adds a member to the group all, not as an operator, not disabled, created now',
    async run(fixtures) {
      const workspace = await fixtures.makeWorkspace()
      const account = await fixtures.companion()
      const before = await serverTime(fixtures, account)
      const { username } = await add(fixtures, workspace, { account })
      const after = await serverTime(fixtures, account)
      const listing = await views.members(fixtures, workspace.id)
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
    async run(fixtures) {
      const workspace = await fixtures.makeWorkspace()
      const [first, second] = [fixtures.names.email('first'), fixtures.names.email('second')]
      const username = fixtures.names.username()
      await add(fixtures, workspace, { account: { email: first.toUpperCase() }, username })
      await add(fixtures, workspace, { account: { email: second }, username: username.toUpperCase() })
      const members = await views.members(fixtures, workspace.id)
      expectItem(members, { username, email: first })
      expectItem(members, { username: username.toUpperCase(), email: second })
    },
  },
  {
    rule: 'duplicate-refused',
    title: 'returns 400 for a username or e-mail that is taken and for a reserved name, and adds nobody',
    async run(fixtures) {
      const { workspace, colleague, username } = await makeColleague(fixtures)
      const before = await views.members(fixtures, workspace.id)
      const stranger = fixtures.names.email('stranger')
      await each(
        [
          { email: stranger, username, is_admin: true },
          { email: colleague.email, username: fixtures.names.username(), is_admin: true },
          { email: colleague.email.toUpperCase(), username: fixtures.names.username(), is_admin: true },
          { email: stranger, username: 'bot', is_admin: false },
        ],
        async (body) => {
          const path = { workspace: workspace.id }
          expectRefused(
            await fixtures.api.call('createUser', { path, body }, workspace.admin.identity.token),
            '400',
          )
          const after = await views.members(fixtures, workspace.id)
          expectUnchanged(after, 'after a refusal, the members', {
            schema: schemas.User,
            before: before.items,
            after: after.items,
          })
        },
      )
    },
  },
  {
    rule: 'write-refused',
    title: 'adds nobody if the caller lacks permission or the body is invalid',
    async run(fixtures) {
      const workspace = await fixtures.makeWorkspace()
      const before = await views.members(fixtures, workspace.id)
      const [path, email] = [{ workspace: workspace.id }, fixtures.names.email('stranger')]
      const body = { email, username: fixtures.names.username(), is_admin: false }
      const { admin, member } = workspace
      expectRefused(await fixtures.api.call('createUser', { path, body }, member.identity.token), '403')
      expectRefused(await fixtures.api.call('createUser', { path, body }), '401')
      const broken = { ...body, is_admin: 'false' }
      expectRefused(
        await fixtures.api.call(
          'createUser',
          { path, body: invalid('createUser', broken) },
          admin.identity.token,
        ),
        '422',
      )
      const after = await views.members(fixtures, workspace.id)
      expectUnchanged(after, 'after a refusal, the members', {
        schema: schemas.User,
        before: before.items,
        after: after.items,
      })
    },
  },
  {
    rule: 'write-stored',
    title: 'removes the pending invite of the person it adds, who gets the role of the call',
    async run(fixtures) {
      const { invitee, workspace } = await makeInvitee(fixtures, true)
      const { username } = await add(fixtures, workspace, { account: invitee })
      expectNoItem(await views.invites(fixtures, invitee), 'workspace_id', workspace.id)
      expectNoItem(await views.pendingInvites(fixtures, workspace.id), 'email', invitee.email)
      expectItem(await views.members(fixtures, workspace.id), { username, is_admin: false })
    },
  },
  {
    rule: 'write-stored',
    title: 'gives no role of a declined invite to the person it adds',
    async run(fixtures) {
      const { invitee, workspace } = await makeInvitee(fixtures, true)
      const body = { workspace_id: workspace.id }
      await fixtures.api.succeed('declineInvite', { body }, invitee.token)
      const { username } = await add(fixtures, workspace, { account: invitee })
      expectItem(await views.members(fixtures, workspace.id), { username, is_admin: false })
    },
  },
  {
    rule: 'write-stored',
    title: 'tells an e-mail with a tag from the one without',
    async run(fixtures) {
      const workspace = await fixtures.makeWorkspace()
      const people = tagged(fixtures).map(({ email }) => ({ email, username: fixtures.names.username() }))
      for (const { email, username } of people)
        await add(fixtures, workspace, { account: { email }, username })
      const listing = await views.members(fixtures, workspace.id)
      await each(people, ({ email, username }) => void expectItem(listing, { username, email }))
    },
  },
  {
    rule: 'once-at-once',
    title: 'adds a member once if three calls do it at the same time',
    async run(fixtures) {
      const workspace = await fixtures.makeWorkspace()
      const path = { workspace: workspace.id }
      const body = {
        email: fixtures.names.email('twin'),
        username: fixtures.names.username(),
        is_admin: false,
      }
      const add = () => fixtures.api.call('createUser', { path, body }, workspace.admin.identity.token)
      await expectOneOf([add, add, add], '400')
      expectItem(await views.members(fixtures, workspace.id), { username: body.username })
    },
  },
]
