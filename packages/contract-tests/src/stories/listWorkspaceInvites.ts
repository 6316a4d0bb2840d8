import { expectItem, expectNoItem } from '../suite/compare.ts'
import { makeInvitee } from '../world/situations.ts'
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
]
