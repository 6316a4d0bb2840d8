import { expectItem, expectNoItem, expectRefused, expectSame } from '../suite/compare.ts'
import { expectStatus } from '../suite/expect-answer.ts'
import { tryLogin } from '../world/account-body.ts'
import { addTo, inviteTo, makeColleague } from '../world/situations.ts'
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
  {
    rule: 'credentials-revoked',
    title: 'leaves nothing of the account to one that is made with its e-mail later',
    async run(world) {
      const { workspace, colleague } = await makeColleague(world, {
        account: await world.makeAccount('deleted'),
      })
      const path = { email: colleague.email }
      await world.api.succeed('deleteGlobalUser', { path }, world.admin.token)
      const password = world.names.password()
      world.secrets.add(password)
      const body = { email: colleague.email, password, super_admin: false }
      expectStatus(await world.api.call('createUserGlobally', { body }, world.admin.token), '201')
      expectRefused(await world.api.call('getCurrentEmail', {}, colleague.token), '401')
      expectRefused(await tryLogin(world, colleague.email, colleague.password), '400')
      const login = await tryLogin(world, colleague.email, password)
      expectStatus(login, '200')
      const own = { ...colleague, token: login.answer.text }
      const tokens = await views.tokens(world, own)
      expectSame(tokens, 'the number of tokens', 1, tokens.items.length)
      const whoami = { path: { workspace: workspace.id } }
      expectRefused(await world.api.call('whoami', whoami, own.token), '403')
    },
  },
  {
    rule: 'others-untouched',
    title: 'takes nothing from a member of the same workspace',
    async run(world) {
      const deleted = await world.makeAccount('deleted')
      const { workspace, colleague, username } = await makeColleague(world)
      await addTo(world, workspace, deleted)
      await world.api.succeed('deleteGlobalUser', { path: { email: deleted.email } }, world.admin.token)
      expectItem(await views.members(world, workspace.id), { username, email: colleague.email })
      const whoami = { path: { workspace: workspace.id } }
      expectStatus(await world.api.call('whoami', whoami, colleague.token), '200')
    },
  },
]
