import { expectItem, expectNoItem, expectRefused } from '../expect/compare.ts'
import { expectStatus } from '../expect/expect-status.ts'
import { clearsSessionCookie } from '../expect/session-cookie.ts'
import { tryLogin } from '../fixtures/account-body.ts'
import { views } from '../fixtures/views.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** A logout ends the token that it is called with. */
export const logout: ScenarioOf = [
  {
    rule: 'write-scope',
    title: 'ends the session that it is called with, and no other token of the account',
    async run(fixtures) {
      const account = await fixtures.makeAccount('logout')
      const created = await fixtures.makeToken(account)
      const session = (await tryLogin(fixtures, account.email, account.password)).response.text
      expectStatus(await fixtures.api.call('logout', {}, session), '200')
      expectRefused(await fixtures.api.call('getCurrentEmail', {}, session), '401')
      expectStatus(await fixtures.api.call('getCurrentEmail', {}, created), '200')
      const tokens = await views.tokens(fixtures, account)
      expectNoItem(tokens, 'token_prefix', session.slice(0, 10))
      expectItem(tokens, { token_prefix: created.slice(0, 10) })
    },
  },
  {
    rule: 'write-stored',
    title: 'ends the token of the cookie, clears the cookie, and leaves another session alone',
    async run(fixtures) {
      const account = await fixtures.makeAccount('logout')
      const session = (await tryLogin(fixtures, account.email, account.password)).response.text
      const headers = { cookie: `token=${session}` }
      const exchange = await fixtures.api.request('logout', {
        path: '/users/logout',
        method: 'POST',
        headers,
      })
      expectStatus(exchange, '200')
      clearsSessionCookie(exchange)
      expectRefused(await fixtures.api.call('getCurrentEmail', {}, session), '401')
      expectStatus(await fixtures.api.call('getCurrentEmail', {}, account.token), '200')
    },
  },
]
