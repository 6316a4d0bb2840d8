import type { Identity } from '../checks/setup.ts'
import { expectItem, expectNoItem, expectRefused } from '../expect/compare.ts'
import { expectStatus } from '../expect/expect-status.ts'
import { each } from '../expect/observation.ts'
import { expectOneOf } from '../expect/once.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { noText } from '../fixtures/odd.ts'
import { inviteTo, makeInvitee } from '../fixtures/situations.ts'
import { views } from '../fixtures/views.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** An invite makes one membership, of the one who was invited. */
export const acceptInvite: ScenarioOf = [
  ...[true, false].map((isAdmin) => ({
    rule: 'write-stored' as const,
    title: `adds the invitee with the requested username and is_admin ${isAdmin}`,
    async run(fixtures: Fixtures) {
      const { invitee, workspace } = await makeInvitee(fixtures, isAdmin)
      const username = fixtures.names.username()
      expectStatus(await accept(fixtures, invitee, workspace.id, username), '200')
      expectItem(await views.members(fixtures, workspace.id), {
        username,
        email: invitee.email,
        is_admin: isAdmin,
        is_super_admin: false,
      })
      expectItem(await views.usernames(fixtures, workspace.id), { value: username })
      const whoami = await fixtures.api.call('whoami', { path: { workspace: workspace.id } }, invitee.token)
      expectStatus(whoami, '200')
    },
  })),
  {
    rule: 'used-once',
    title: 'uses up the invite, and leaves another one alone',
    async run(fixtures) {
      const { invitee, workspace } = await makeInvitee(fixtures)
      const other = await fixtures.makeWorkspace()
      await inviteTo(fixtures, other, invitee)
      expectStatus(await accept(fixtures, invitee, workspace.id, fixtures.names.username()), '200')
      const invites = await views.invites(fixtures, invitee)
      expectNoItem(invites, 'workspace_id', workspace.id)
      expectItem(invites, { workspace_id: other.id })
      expectNoItem(await views.pendingInvites(fixtures, workspace.id), 'email', invitee.email)
      expectRefused(await accept(fixtures, invitee, workspace.id, fixtures.names.username()), '404')
    },
  },
  {
    rule: 'others-untouched',
    title: 'leaves the invite of somebody else to the same workspace alone',
    async run(fixtures) {
      const { invitee, workspace } = await makeInvitee(fixtures)
      const other = await fixtures.identity('user')
      await inviteTo(fixtures, workspace, other)
      expectStatus(await accept(fixtures, invitee, workspace.id, fixtures.names.username()), '200')
      expectItem(await views.invites(fixtures, other), { workspace_id: workspace.id })
      expectItem(await views.pendingInvites(fixtures, workspace.id), { email: other.email })
    },
  },
  {
    rule: 'others-untouched',
    title: 'returns 404 for somebody else, whatever the username, and keeps the invite',
    async run(fixtures) {
      const { invitee, workspace } = await makeInvitee(fixtures)
      const stranger = await fixtures.identity('user')
      await each([fixtures.names.username(), workspace.member.username, 'bot'], async (username) => {
        expectRefused(await accept(fixtures, stranger, workspace.id, username), '404')
      })
      expectNoItem(await views.members(fixtures, workspace.id), 'email', stranger.email)
      expectItem(await views.invites(fixtures, invitee), { workspace_id: workspace.id })
    },
  },
  {
    rule: 'write-refused',
    title: 'returns 400 for a username that is taken or reserved, and keeps the invite',
    async run(fixtures) {
      const { invitee, workspace } = await makeInvitee(fixtures)
      await each([workspace.member.username, 'bot'], async (username) => {
        expectRefused(await accept(fixtures, invitee, workspace.id, username), '400')
        expectNoItem(await views.members(fixtures, workspace.id), 'email', invitee.email)
      })
      expectItem(await views.invites(fixtures, invitee), { workspace_id: workspace.id })
      expectStatus(await accept(fixtures, invitee, workspace.id, fixtures.names.username()), '200')
    },
  },
  {
    rule: 'used-once',
    title: 'returns 404 for an invite that was declined',
    async run(fixtures) {
      const { invitee, workspace } = await makeInvitee(fixtures)
      const body = { workspace_id: workspace.id }
      await fixtures.api.succeed('declineInvite', { body }, invitee.token)
      expectRefused(await accept(fixtures, invitee, workspace.id, fixtures.names.username()), '404')
    },
  },
  {
    rule: 'text-odd',
    title: 'returns 422 for an invalid username or workspace, and keeps the invite',
    async run(fixtures) {
      const { invitee, workspace } = await makeInvitee(fixtures)
      await each(['', 'x'.repeat(51), 'a b'], async (text) =>
        expectRefused(await accept(fixtures, invitee, workspace.id, text), '422'),
      )
      await each(noText, async (text) => {
        expectRefused(await accept(fixtures, invitee, workspace.id, text), '422')
        expectRefused(await accept(fixtures, invitee, text, fixtures.names.username()), '422')
      })
      expectItem(await views.invites(fixtures, invitee), { workspace_id: workspace.id })
      expectNoItem(await views.members(fixtures, workspace.id), 'email', invitee.email)
    },
  },
  {
    rule: 'used-once',
    title: 'accepts another invite to the same workspace after leaving it',
    async run(fixtures) {
      const { invitee, workspace } = await makeInvitee(fixtures)
      await each([1, 2], async (_again) => {
        expectStatus(await accept(fixtures, invitee, workspace.id, fixtures.names.username()), '200')
        await fixtures.api.succeed('leaveWorkspace', { path: { workspace: workspace.id } }, invitee.token)
        await inviteTo(fixtures, workspace, invitee)
      })
    },
  },
  {
    rule: 'once-at-once',
    title: 'accepts an invite once if three calls accept it at the same time',
    async run(fixtures) {
      const { invitee, workspace } = await makeInvitee(fixtures)
      const names = [fixtures.names.username(), fixtures.names.username(), fixtures.names.username()]
      await expectOneOf(
        names.map((username) => () => accept(fixtures, invitee, workspace.id, username)),
        '404',
      )
      expectItem(await views.members(fixtures, workspace.id), { email: invitee.email })
    },
  },
]

function accept(fixtures: Fixtures, { token }: Identity, workspace: string, username: string) {
  return fixtures.api.call('acceptInvite', { body: { workspace_id: workspace, username } }, token)
}
