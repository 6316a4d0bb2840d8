import { expectItem, expectNoItem, expectRefused } from '../suite/compare.ts'
import { expectStatus } from '../suite/expect-answer.ts'
import { expectOneOf } from '../suite/once.ts'
import type { Identity } from '../suite/stage.ts'
import { noText } from '../world/odd.ts'
import { inviteTo, makeInvitee } from '../world/situations.ts'
import { views } from '../world/views.ts'
import type { World } from '../world/world.ts'
import type { StoryOf } from './story-of.ts'

/** An invite makes one membership, of the one who was invited. */
export const acceptInvite: StoryOf = [
  ...[true, false].map((isAdmin) => ({
    rule: 'write-stored' as const,
    title: `makes the invitee a member with the username asked for and is_admin ${isAdmin}`,
    async run(world: World) {
      const { invitee, workspace } = await makeInvitee(world, isAdmin)
      const username = world.names.username()
      expectStatus(await accept(world, invitee, workspace.id, username), '200')
      expectItem(await views.members(world, workspace.id), {
        username,
        email: invitee.email,
        is_admin: isAdmin,
        is_super_admin: false,
      })
      expectItem(await views.usernames(world, workspace.id), { value: username })
      const whoami = await world.api.call('whoami', { path: { workspace: workspace.id } }, invitee.token)
      expectStatus(whoami, '200')
    },
  })),
  {
    rule: 'used-once',
    title: 'uses the invite up, and leaves another one alone',
    async run(world) {
      const { invitee, workspace } = await makeInvitee(world)
      const other = await world.makeWorkspace()
      await inviteTo(world, other, invitee)
      expectStatus(await accept(world, invitee, workspace.id, world.names.username()), '200')
      const invites = await views.invites(world, invitee)
      expectNoItem(invites, 'workspace_id', workspace.id)
      expectItem(invites, { workspace_id: other.id })
      expectNoItem(await views.pendingInvites(world, workspace.id), 'email', invitee.email)
      expectRefused(await accept(world, invitee, workspace.id, world.names.username()), '404')
    },
  },
  {
    rule: 'others-untouched',
    title: 'leaves the invite of somebody else to the same workspace alone',
    async run(world) {
      const { invitee, workspace } = await makeInvitee(world)
      const other = await world.identity('user')
      await inviteTo(world, workspace, other)
      expectStatus(await accept(world, invitee, workspace.id, world.names.username()), '200')
      expectItem(await views.invites(world, other), { workspace_id: workspace.id })
      expectItem(await views.pendingInvites(world, workspace.id), { email: other.email })
    },
  },
  {
    rule: 'others-untouched',
    title: 'answers 404 to somebody else, before any look at the username, and the invite survives',
    async run(world) {
      const { invitee, workspace } = await makeInvitee(world)
      const stranger = await world.identity('user')
      for (const username of [world.names.username(), workspace.member.username, 'bot']) {
        expectRefused(await accept(world, stranger, workspace.id, username), '404')
      }
      expectNoItem(await views.members(world, workspace.id), 'email', stranger.email)
      expectItem(await views.invites(world, invitee), { workspace_id: workspace.id })
    },
  },
  {
    rule: 'write-refused',
    title: 'answers 400 to a username that is taken or reserved, and the invite survives',
    async run(world) {
      const { invitee, workspace } = await makeInvitee(world)
      for (const username of [workspace.member.username, 'bot']) {
        expectRefused(await accept(world, invitee, workspace.id, username), '400')
        expectNoItem(await views.members(world, workspace.id), 'email', invitee.email)
      }
      expectItem(await views.invites(world, invitee), { workspace_id: workspace.id })
      expectStatus(await accept(world, invitee, workspace.id, world.names.username()), '200')
    },
  },
  {
    rule: 'used-once',
    title: 'answers 404 to an invite that was declined',
    async run(world) {
      const { invitee, workspace } = await makeInvitee(world)
      const body = { workspace_id: workspace.id }
      await world.api.succeed('declineInvite', { body }, invitee.token)
      expectRefused(await accept(world, invitee, workspace.id, world.names.username()), '404')
    },
  },
  {
    rule: 'text-odd',
    title: 'answers 422 to a username and a workspace that are none, and the invite survives',
    async run(world) {
      const { invitee, workspace } = await makeInvitee(world)
      for (const text of ['', 'x'.repeat(51), 'a b'])
        expectRefused(await accept(world, invitee, workspace.id, text), '422')
      for (const text of noText) {
        expectRefused(await accept(world, invitee, workspace.id, text), '422')
        expectRefused(await accept(world, invitee, text, world.names.username()), '422')
      }
      expectItem(await views.invites(world, invitee), { workspace_id: workspace.id })
      expectNoItem(await views.members(world, workspace.id), 'email', invitee.email)
    },
  },
  {
    rule: 'used-once',
    title: 'takes another invite to the same workspace from who has left it',
    async run(world) {
      const { invitee, workspace } = await makeInvitee(world)
      for (const _again of [1, 2]) {
        expectStatus(await accept(world, invitee, workspace.id, world.names.username()), '200')
        await world.api.succeed('leaveWorkspace', { path: { workspace: workspace.id } }, invitee.token)
        await inviteTo(world, workspace, invitee)
      }
    },
  },
  {
    rule: 'once-at-once',
    title: 'accepts an invite once of three times at once',
    async run(world) {
      const { invitee, workspace } = await makeInvitee(world)
      const names = [world.names.username(), world.names.username(), world.names.username()]
      await expectOneOf(
        names.map((username) => () => accept(world, invitee, workspace.id, username)),
        '404',
      )
      expectItem(await views.members(world, workspace.id), { email: invitee.email })
    },
  },
]

function accept(world: World, { token }: Identity, workspace: string, username: string) {
  return world.api.call('acceptInvite', { body: { workspace_id: workspace, username } }, token)
}
