import { expectItem, expectNoItem, expectRefused } from '../suite/compare.ts'
import { expectStatus } from '../suite/expect-answer.ts'
import { expectOneOf } from '../suite/once.ts'
import { inviteTo, makeInvitee } from '../world/situations.ts'
import { views } from '../world/views.ts'
import type { StoryOf } from './story-of.ts'

/** An invite that is declined is gone, and makes nobody a member. */
export const declineInvite: StoryOf = [
  {
    rule: 'write-stored',
    title: 'removes the invite for both sides, makes nobody a member, and leaves another invite alone',
    async run(world) {
      const { invitee, workspace } = await makeInvitee(world)
      const other = await world.makeWorkspace()
      await inviteTo(world, other, invitee)
      const body = { workspace_id: workspace.id }
      expectStatus(await world.api.call('declineInvite', { body }, invitee.token), '200')
      const invites = await views.invites(world, invitee)
      expectNoItem(invites, 'workspace_id', workspace.id)
      expectItem(invites, { workspace_id: other.id })
      expectNoItem(await views.pendingInvites(world, workspace.id), 'email', invitee.email)
      expectNoItem(await views.members(world, workspace.id), 'email', invitee.email)
      expectRefused(await world.api.call('declineInvite', { body }, invitee.token), '404')
    },
  },
  {
    rule: 'others-untouched',
    title: 'leaves the invite of somebody else to the same workspace alone',
    async run(world) {
      const { invitee, workspace } = await makeInvitee(world)
      const other = await world.identity('user')
      await inviteTo(world, workspace, other)
      expectStatus(
        await world.api.call('declineInvite', { body: { workspace_id: workspace.id } }, invitee.token),
        '200',
      )
      expectItem(await views.invites(world, other), { workspace_id: workspace.id })
      expectItem(await views.pendingInvites(world, workspace.id), { email: other.email })
    },
  },
  {
    rule: 'others-untouched',
    title: 'answers 404 to somebody else, and the invite survives',
    async run(world) {
      const { invitee, workspace } = await makeInvitee(world)
      const body = { workspace_id: workspace.id }
      for (const actor of ['user', 'workspace-admin', 'super-admin'] as const) {
        const { token } = await world.identity(actor)
        expectRefused(await world.api.call('declineInvite', { body }, token), '404')
      }
      expectItem(await views.invites(world, invitee), { workspace_id: workspace.id })
    },
  },
  {
    rule: 'once-at-once',
    title: 'declines an invite once of three times at once',
    async run(world) {
      const { invitee, workspace } = await makeInvitee(world)
      const body = { workspace_id: workspace.id }
      const decline = () => world.api.call('declineInvite', { body }, invitee.token)
      await expectOneOf([decline, decline, decline], '404')
    },
  },
]
