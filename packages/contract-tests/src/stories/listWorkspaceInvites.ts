import { expectItem, expectNoItem, expectSame } from '../suite/compare.ts'
import { inviteTo, makeInvitee } from '../world/situations.ts'
import { views } from '../world/views.ts'
import type { StoryOf } from './story-of.ts'

/** Everybody sees the invites that he got. */
export const listWorkspaceInvites: StoryOf = [
  {
    rule: 'others-untouched',
    title: 'shows an invite as it was made, and to the invitee alone',
    async run(world) {
      const { invitee, workspace } = await makeInvitee(world, true)
      expectItem(await views.invites(world, invitee), {
        workspace_id: workspace.id,
        email: invitee.email,
        is_admin: true,
      })
      for (const actor of ['user', 'workspace-admin', 'super-admin'] as const) {
        expectNoItem(await views.invites(world, await world.identity(actor)), 'workspace_id', workspace.id)
      }
    },
  },
  {
    rule: 'write-stored',
    title: 'lists each of several invites as it was made, also one to an e-mail in capitals',
    async run(world) {
      const invitee = await world.makeAccount('invitee')
      const workspaces = [
        await world.makeWorkspace(),
        await world.makeWorkspace(),
        await world.makeWorkspace(),
      ]
      const invites = workspaces.map(({ id }, place) => ({
        workspace_id: id,
        email: invitee.email,
        is_admin: place % 2 === 0,
      }))
      for (const [place, workspace] of workspaces.entries()) {
        const email = place === 1 ? invitee.email.toUpperCase() : invitee.email
        await inviteTo(world, workspace, { ...invitee, email }, place % 2 === 0)
      }
      const listing = await views.invites(world, invitee)
      for (const invite of invites) expectItem(listing, invite)
      expectSame(listing, 'the number of invites', invites.length, listing.items.length)
    },
  },
]
