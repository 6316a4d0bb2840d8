import { expectItem, expectNoItem, expectRefused, expectSame } from '../expect/compare.ts'
import { expectStatus } from '../expect/expect-status.ts'
import { newAccount, tryLogin } from '../fixtures/account-body.ts'
import { addTo, inviteTo, makeColleague } from '../fixtures/situations.ts'
import { views } from '../fixtures/views.ts'
import { takesPlus } from './plus-in-path.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** An account goes with all that is its own. */
export const deleteGlobalUser: ScenarioOf = [
  takesPlus({ operation: 'deleteGlobalUser', method: 'DELETE', path: '/users/delete/' }),
  {
    rule: 'credentials-revoked',
    title: 'ends the account, its tokens, its memberships and its invites at once',
    async run(fixtures) {
      const { workspace, colleague } = await makeColleague(fixtures, {
        account: await fixtures.makeAccount('deleted'),
      })
      const other = await fixtures.makeWorkspace()
      await inviteTo(fixtures, other, colleague)
      const path = { email: colleague.email }
      expectStatus(await fixtures.api.call('deleteGlobalUser', { path }, fixtures.admin.token), '200')
      expectRefused(await fixtures.api.call('getCurrentEmail', {}, colleague.token), '401')
      expectRefused(await tryLogin(fixtures, colleague.email, colleague.password), '400')
      expectNoItem(await views.members(fixtures, workspace.id), 'email', colleague.email)
      expectNoItem(await views.pendingInvites(fixtures, other.id), 'email', colleague.email)
    },
  },
  {
    rule: 'credentials-revoked',
    title: 'gives nothing of the account to one created later with the same e-mail',
    async run(fixtures) {
      const { workspace, colleague } = await makeColleague(fixtures, {
        account: await fixtures.makeAccount('deleted'),
      })
      const path = { email: colleague.email }
      await fixtures.api.succeed('deleteGlobalUser', { path }, fixtures.admin.token)
      const password = fixtures.names.password()
      fixtures.secrets.add(password)
      const body = { email: colleague.email, password, super_admin: false }
      expectStatus(await fixtures.api.call('createUserGlobally', { body }, fixtures.admin.token), '201')
      expectRefused(await fixtures.api.call('getCurrentEmail', {}, colleague.token), '401')
      expectRefused(await tryLogin(fixtures, colleague.email, colleague.password), '400')
      const login = await tryLogin(fixtures, colleague.email, password)
      expectStatus(login, '200')
      const own = { ...colleague, token: login.response.text }
      const tokens = await views.tokens(fixtures, own)
      expectSame(tokens, 'the number of tokens', 1, tokens.items.length)
      const whoami = { path: { workspace: workspace.id } }
      expectRefused(await fixtures.api.call('whoami', whoami, own.token), '403')
    },
  },
  {
    rule: 'credentials-revoked',
    title: 'gives no super admin rights to an account created later with the same e-mail',
    async run(fixtures) {
      const account = await fixtures.makeAccount('deleted', { isSuperAdmin: true })
      await fixtures.api.succeed('listUsersAsSuperAdmin', {}, account.token)
      await fixtures.api.succeed('deleteGlobalUser', { path: { email: account.email } }, fixtures.admin.token)
      const body = { ...newAccount(fixtures, 'deleted'), email: account.email }
      await fixtures.api.succeed('createUserGlobally', { body }, fixtures.admin.token)
      const login = fixtures.api.require(await tryLogin(fixtures, body.email, body.password))
      const list = await fixtures.api.call('listUsersAsSuperAdmin', {}, login.response.text)
      expectRefused(list, '403')
    },
  },
  {
    rule: 'others-untouched',
    title: 'does not affect another member of the same workspace',
    async run(fixtures) {
      const deleted = await fixtures.makeAccount('deleted')
      const { workspace, colleague, username } = await makeColleague(fixtures)
      await addTo(fixtures, workspace, deleted)
      await fixtures.api.succeed('deleteGlobalUser', { path: { email: deleted.email } }, fixtures.admin.token)
      expectItem(await views.members(fixtures, workspace.id), { username, email: colleague.email })
      const whoami = { path: { workspace: workspace.id } }
      expectStatus(await fixtures.api.call('whoami', whoami, colleague.token), '200')
    },
  },
]
