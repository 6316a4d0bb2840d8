import { expectItem, expectNoItem, expectRefused } from '../expect/compare.ts'
import { expectStatus } from '../expect/expect-status.ts'
import { each } from '../expect/observation.ts'
import { expectOneOf } from '../expect/once.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { inviteTo, makeInvitee } from '../fixtures/situations.ts'
import { views } from '../fixtures/views.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** An invite that is declined is gone, and makes nobody a member. */
export const declineInvite: ScenarioOf = [
  {
    rule: 'write-stored',
    title: 'removes the invite for both sides, adds nobody, and leaves another invite alone',
    async run(fixtures) {
      const { invitee, workspace } = await makeInvitee(fixtures)
      const other = await fixtures.makeWorkspace()
      await inviteTo(fixtures, other, invitee)
      const body = { workspace_id: workspace.id }
      expectStatus(await fixtures.api.call('declineInvite', { body }, invitee.token), '200')
      const invites = await views.invites(fixtures, invitee)
      expectNoItem(invites, 'workspace_id', workspace.id)
      expectItem(invites, { workspace_id: other.id })
      expectNoItem(await views.pendingInvites(fixtures, workspace.id), 'email', invitee.email)
      expectNoItem(await views.members(fixtures, workspace.id), 'email', invitee.email)
      expectRefused(await fixtures.api.call('declineInvite', { body }, invitee.token), '404')
    },
  },
  {
    rule: 'others-untouched',
    title: 'leaves the invite of somebody else to the same workspace alone',
    async run(fixtures) {
      const { invitee, workspace } = await makeInvitee(fixtures)
      const other = await fixtures.identity('user')
      await inviteTo(fixtures, workspace, other)
      expectStatus(
        await fixtures.api.call('declineInvite', { body: { workspace_id: workspace.id } }, invitee.token),
        '200',
      )
      expectItem(await views.invites(fixtures, other), { workspace_id: workspace.id })
      expectItem(await views.pendingInvites(fixtures, workspace.id), { email: other.email })
    },
  },
  {
    rule: 'others-untouched',
    title: 'returns 404 for somebody else, and keeps the invite',
    async run(fixtures) {
      const { invitee, workspace } = await makeInvitee(fixtures)
      const body = { workspace_id: workspace.id }
      await each(['user', 'workspace-admin', 'super-admin'] as const, async (caller) => {
        const { token } = await fixtures.identity(caller)
        expectRefused(await fixtures.api.call('declineInvite', { body }, token), '404')
      })
      expectItem(await views.invites(fixtures, invitee), { workspace_id: workspace.id })
    },
  },
  ...[true, false].map((isAdmin) => ({
    rule: 'write-stored' as const,
    title: `does not give is_admin ${isAdmin} of a declined invite to the next one`,
    async run(fixtures: Fixtures) {
      const { invitee, workspace } = await makeInvitee(fixtures, isAdmin)
      const body = { workspace_id: workspace.id }
      await fixtures.api.succeed('declineInvite', { body }, invitee.token)
      await inviteTo(fixtures, workspace, invitee, !isAdmin)
      expectItem(await views.invites(fixtures, invitee), { ...body, is_admin: !isAdmin })
      const pending = await views.pendingInvites(fixtures, workspace.id)
      expectItem(pending, { email: invitee.email, is_admin: !isAdmin })
      const username = fixtures.names.username()
      await fixtures.api.succeed('acceptInvite', { body: { ...body, username } }, invitee.token)
      expectItem(await views.members(fixtures, workspace.id), { username, is_admin: !isAdmin })
      const path = { workspace: workspace.id, username }
      const update = await fixtures.api.call('updateUser', { path, body: {} }, invitee.token)
      if (isAdmin) expectRefused(update, '403')
      else expectStatus(update, '200')
    },
  })),
  {
    rule: 'once-at-once',
    title: 'declines an invite once if three calls decline it at the same time',
    async run(fixtures) {
      const { invitee, workspace } = await makeInvitee(fixtures)
      const body = { workspace_id: workspace.id }
      const decline = () => fixtures.api.call('declineInvite', { body }, invitee.token)
      await expectOneOf([decline, decline, decline], '404')
    },
  },
]
