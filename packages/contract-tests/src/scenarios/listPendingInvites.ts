import { expectSame } from '../expect/compare.ts'
import { inviteMany } from '../fixtures/many-invites.ts'
import { views } from '../fixtures/views.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** Admins of a workspace see who is invited to it. */
export const listPendingInvites: ScenarioOf = [
  {
    rule: 'write-stored',
    title: 'lists more than 50 invites',
    async run(fixtures) {
      const workspace = await fixtures.makeWorkspace()
      const count = 51
      await inviteMany(fixtures, workspace.id, count)
      const listing = await views.pendingInvites(fixtures, workspace.id)
      expectSame(listing, 'the number of invites', count, listing.items.length)
    },
  },
]
