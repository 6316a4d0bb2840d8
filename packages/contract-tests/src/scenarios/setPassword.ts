import { expectRefused } from '../expect/compare.ts'
import { expectStatus } from '../expect/expect-status.ts'
import { each } from '../expect/observation.ts'
import { expectUnchanged } from '../expect/unchanged.ts'
import { asPartOfPassword, tryLogin } from '../fixtures/account-body.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { makeOauthAccount } from '../fixtures/oauth-account.ts'
import { decomposed } from '../fixtures/odd.ts'
import { views } from '../fixtures/views.ts'
import { schemas } from '../generated/schemas.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** The new password is the only one, and ends the sessions that the old one opened. */
export const setPassword: ScenarioOf = [
  {
    rule: 'write-stored',
    title: 'accepts the new password and refuses the old one, and changes no other account’s',
    async run(fixtures) {
      const [account, other] = [await fixtures.makeAccount('password'), await fixtures.makeAccount('other')]
      const password = secretPassword(fixtures)
      expectStatus(await fixtures.api.call('setPassword', { body: { password } }, account.token), '200')
      expectStatus(await tryLogin(fixtures, account.email, password), '200')
      expectRefused(await tryLogin(fixtures, account.email, account.password), '400')
      expectStatus(await tryLogin(fixtures, other.email, other.password), '200')
      expectRefused(await tryLogin(fixtures, other.email, password), '400')
    },
  },
  {
    rule: 'credentials-revoked',
    title: 'ends every other session of the account, and keeps its own and the tokens that were created',
    async run(fixtures) {
      const account = await fixtures.makeAccount('password')
      const created = await fixtures.makeToken(account)
      const second = await tryLogin(fixtures, account.email, account.password)
      const password = secretPassword(fixtures)
      await fixtures.api.succeed('setPassword', { body: { password } }, account.token)
      expectRefused(await fixtures.api.call('getCurrentEmail', {}, second.response.text), '401')
      expectStatus(await fixtures.api.call('getCurrentEmail', {}, account.token), '200')
      expectStatus(await fixtures.api.call('getCurrentEmail', {}, created), '200')
    },
  },
  {
    rule: 'write-refused',
    title: 'returns 400 for an account that logs in at a provider, and gives it no password',
    async run(fixtures) {
      const account = await makeOauthAccount(fixtures)
      const password = secretPassword(fixtures)
      expectRefused(await fixtures.api.call('setPassword', { body: { password } }, account.token), '400')
      expectRefused(await tryLogin(fixtures, account.email, password), '400')
    },
  },
  {
    rule: 'write-stored',
    title: 'stores a password of 256 characters whole, white space and combining characters included',
    async run(fixtures) {
      const account = await fixtures.makeAccount('password')
      const password = ` ${decomposed}${'pä ss'.repeat(51)}`.slice(0, 255).concat(' ')
      fixtures.secrets.add(password)
      await fixtures.api.succeed('setPassword', { body: { password } }, account.token)
      await each([password.slice(0, 72), password.slice(0, -1), password.trim()], async (wrong) =>
        expectRefused(asPartOfPassword(await tryLogin(fixtures, account.email, wrong)), '400'),
      )
      expectStatus(await tryLogin(fixtures, account.email, password), '200')
    },
  },
  {
    rule: 'write-scope',
    title: 'changes nothing else about the account',
    async run(fixtures) {
      const account = await fixtures.makeAccount('password')
      const before = await views.account(fixtures, account)
      const body = { password: secretPassword(fixtures) }
      await fixtures.api.succeed('setPassword', { body }, account.token)
      const after = await views.account(fixtures, account)
      expectUnchanged(after, 'the account', {
        schema: schemas.GlobalUserInfo,
        before: before.object,
        after: after.object,
      })
    },
  },
  {
    rule: 'write-refused',
    title: 'keeps the old password when the new one is refused',
    async run(fixtures) {
      const account = await fixtures.makeAccount('password')
      const password = 'x'.repeat(257)
      expectRefused(await fixtures.api.call('setPassword', { body: { password } }, account.token), '422')
      expectRefused(await fixtures.api.call('setPassword', { body: { password: '' } }, account.token), '422')
      expectStatus(await tryLogin(fixtures, account.email, account.password), '200')
    },
  },
]

function secretPassword(fixtures: Fixtures): string {
  const password = fixtures.names.password()
  fixtures.secrets.add(password)
  return password
}
