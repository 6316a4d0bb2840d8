import { expectItem, expectNoItem, expectRefused } from '../suite/compare.ts'
import { expectStatus } from '../suite/expect-answer.ts'
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
]
