import { expectNoItem, expectRefused } from '../suite/compare.ts'
import { expectStatus } from '../suite/expect-answer.ts'
import { tryLogin } from '../world/account-body.ts'
import { inviteTo, makeColleague } from '../world/situations.ts'
import { views } from '../world/views.ts'
import type { StoryOf } from './story-of.ts'

/** An account goes with all that is its own. */
export const deleteGlobalUser: StoryOf = [
  {
    rule: 'credentials-revoked',
    title: 'ends the account, its tokens, its memberships and its invites at once',
    async run(world) {
      const { workspace, colleague } = await makeColleague(world, {
        account: await world.makeAccount('deleted'),
      })
      const other = await world.makeWorkspace()
      await inviteTo(world, other, colleague)
      const path = { email: colleague.email }
      expectStatus(await world.api.call('deleteGlobalUser', { path }, world.admin.token), '200')
      expectRefused(await world.api.call('getCurrentEmail', {}, colleague.token), '401')
      expectRefused(await tryLogin(world, colleague.email, colleague.password), '400')
      expectNoItem(await views.members(world, workspace.id), 'email', colleague.email)
      expectNoItem(await views.pendingInvites(world, other.id), 'email', colleague.email)
    },
  },
]
