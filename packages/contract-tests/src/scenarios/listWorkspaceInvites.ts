import { expectItem, expectNoItem, expectSame } from '../expect/compare.ts'
import { inviteToMany } from '../fixtures/many-invites.ts'
import { inviteTo, makeInvitee } from '../fixtures/situations.ts'
import { views } from '../fixtures/views.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** Users see the invites that they got. */
export const listWorkspaceInvites: ScenarioOf = [
  {
    rule: 'others-untouched',
    title: 'shows an invite as it was created, and only to the invitee',
    async run(fixtures) {
      const { invitee, workspace } = await makeInvitee(fixtures, true)
      expectItem(await views.invites(fixtures, invitee), {
        workspace_id: workspace.id,
        email: invitee.email,
        is_admin: true,
      })
      for (const caller of ['user', 'workspace-admin', 'super-admin'] as const) {
        expectNoItem(
          await views.invites(fixtures, await fixtures.identity(caller)),
          'workspace_id',
          workspace.id,
        )
      }
    },
  },
  {
    rule: 'write-stored',
    title: 'lists each of several invites as created, also one to an e-mail in upper case',
    async run(fixtures) {
      const invitee = await fixtures.makeAccount('invitee+tag')
      const workspaces = [
        await fixtures.makeWorkspace(),
        await fixtures.makeWorkspace(),
        await fixtures.makeWorkspace(),
      ]
      const invites = workspaces.map(({ id }, place) => ({
        workspace_id: id,
        email: invitee.email,
        is_admin: place % 2 === 0,
      }))
      for (const [place, workspace] of workspaces.entries()) {
        const email = place === 1 ? invitee.email.toUpperCase() : invitee.email
        await inviteTo(fixtures, workspace, { ...invitee, email }, place % 2 === 0)
      }
      const listing = await views.invites(fixtures, invitee)
      for (const invite of invites) expectItem(listing, invite)
      expectSame(listing, 'the number of invites', invites.length, listing.items.length)
    },
  },
  {
    rule: 'write-stored',
    title: 'lists more than 50 invites',
    async run(fixtures) {
      const invitee = await fixtures.makeAccount('invitee')
      const count = 51
      await inviteToMany(fixtures, invitee, count)
      const listing = await views.invites(fixtures, invitee)
      expectSame(listing, 'the number of invites', count, listing.items.length)
    },
  },
]
