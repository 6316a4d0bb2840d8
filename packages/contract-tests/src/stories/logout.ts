import { expectItem, expectNoItem, expectRefused } from '../suite/compare.ts'
import { expectStatus } from '../suite/expect-answer.ts'
import { clearsSessionCookie } from '../suite/session-cookie.ts'
import { tryLogin } from '../world/account-body.ts'
import { views } from '../world/views.ts'
import type { StoryOf } from './story-of.ts'

/** A logout ends the token that it is called with. */
export const logout: StoryOf = [
  {
    rule: 'write-scope',
    title: 'ends the session that it is called with, and no other token of the account',
    async run(world) {
      const account = await world.makeAccount('logout')
      const created = await world.makeToken(account)
      const session = (await tryLogin(world, account.email, account.password)).answer.text
      expectStatus(await world.api.call('logout', {}, session), '200')
      expectRefused(await world.api.call('getCurrentEmail', {}, session), '401')
      expectStatus(await world.api.call('getCurrentEmail', {}, created), '200')
      const tokens = await views.tokens(world, account)
      expectNoItem(tokens, 'token_prefix', session.slice(0, 10))
      expectItem(tokens, { token_prefix: created.slice(0, 10) })
    },
  },
  {
    rule: 'write-stored',
    title: 'ends the token of the cookie, clears the cookie, and leaves another session alone',
    async run(world) {
      const account = await world.makeAccount('logout')
      const session = (await tryLogin(world, account.email, account.password)).answer.text
      const headers = { cookie: `token=${session}` }
      const exchange = await world.api.request('logout', { path: '/users/logout', method: 'POST', headers })
      expectStatus(exchange, '200')
      clearsSessionCookie(exchange)
      expectRefused(await world.api.call('getCurrentEmail', {}, session), '401')
      expectStatus(await world.api.call('getCurrentEmail', {}, account.token), '200')
    },
  },
]
