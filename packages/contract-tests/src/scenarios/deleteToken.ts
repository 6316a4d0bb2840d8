import { expectItem, expectNoItem, expectRefused } from '../expect/compare.ts'
import { expectStatus } from '../expect/expect-status.ts'
import { differ, each, type ObservedExchange } from '../expect/observation.ts'
import { tryLogin } from '../fixtures/account-body.ts'
import { oddNames } from '../fixtures/odd.ts'
import { views } from '../fixtures/views.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** A token ends when its owner names it, and no other does. */
export const deleteToken: ScenarioOf = [
  {
    rule: 'write-stored',
    title: 'ends the token that it names, and no other of the account',
    async run(fixtures) {
      const owner = await fixtures.companion()
      const [ended, kept] = [await fixtures.makeToken(owner), await fixtures.makeToken(owner)]
      const path = { token_prefix: ended.slice(0, 10) }
      const exchange = await fixtures.api.succeed('deleteToken', { path }, owner.token)
      expectNumber(exchange, path.token_prefix, 1)
      const listing = await views.tokens(fixtures, owner)
      expectNoItem(listing, 'token_prefix', path.token_prefix)
      expectItem(listing, { token_prefix: kept.slice(0, 10) })
      expectRefused(await fixtures.api.call('getCurrentEmail', {}, ended), '401')
      expectStatus(await fixtures.api.call('getCurrentEmail', {}, kept), '200')
    },
  },
  {
    rule: 'write-stored',
    title: 'ends a session by its prefix like any other token',
    async run(fixtures) {
      const owner = await fixtures.makeAccount('session')
      const login = await tryLogin(fixtures, owner.email, owner.password)
      expectStatus(login, '200')
      const path = { token_prefix: login.response.text.slice(0, 10) }
      const exchange = await fixtures.api.succeed('deleteToken', { path }, owner.token)
      expectNumber(exchange, path.token_prefix, 1)
      expectRefused(await fixtures.api.call('getCurrentEmail', {}, login.response.text), '401')
      expectNoItem(await views.tokens(fixtures, owner), 'token_prefix', path.token_prefix)
    },
  },
  {
    rule: 'write-scope',
    title: 'ends nothing if only a part of the prefix matches, and can be repeated',
    async run(fixtures) {
      const owner = await fixtures.companion()
      const token = await fixtures.makeToken(owner)
      const prefix = token.slice(0, 10)
      const others = [
        prefix.slice(0, 9),
        token.slice(0, 11),
        `${prefix.slice(0, 9)}_`,
        '%',
        '*',
        `${prefix} `,
        `/${prefix}`,
      ]
      await each(others, async (token_prefix) => {
        const exchange = await fixtures.api.call('deleteToken', { path: { token_prefix } }, owner.token)
        expectStatus(exchange, '200')
        const listing = await views.tokens(fixtures, owner)
        if (!listing.items.some((item) => item['token_prefix'] === prefix))
          differ(exchange, {
            observation: 'tokens with another prefix',
            expected: 'unchanged',
            actual: 'deleted',
          })
      })
      const path = { token_prefix: prefix }
      await fixtures.api.succeed('deleteToken', { path }, owner.token)
      const again = await fixtures.api.call('deleteToken', { path }, owner.token)
      expectStatus(again, '200')
      expectNumber(again, prefix, 0)
    },
  },
  {
    rule: 'others-untouched',
    title: 'ends no token of somebody else, not even for a super admin',
    async run(fixtures) {
      const token = await fixtures.makeToken(await fixtures.companion())
      const path = { token_prefix: token.slice(0, 10) }
      await each(['user', 'super-admin'] as const, async (caller) => {
        const { token: other } = await fixtures.identity(caller)
        const exchange = await fixtures.api.call('deleteToken', { path }, other)
        expectStatus(exchange, '200')
        const alive = await fixtures.api.call('getCurrentEmail', {}, token)
        expectStatus(alive, '200')
      })
    },
  },
  {
    rule: 'path-odd',
    title: 'returns 200 for a prefix with unusual characters',
    async run(fixtures) {
      const { token } = await fixtures.identity('user')
      await each(oddNames, async (odd) =>
        expectStatus(await fixtures.api.call('deleteToken', { path: { token_prefix: odd } }, token), '200'),
      )
    },
  },
]

/** The text says how many tokens were deleted; the prefix may hold that number by chance. */
function expectNumber(exchange: ObservedExchange, prefix: string, deleted: number): void {
  const text = exchange.response.text.replaceAll(prefix, '')
  if (new RegExp(`\\b${deleted}\\b`).test(text)) return
  differ(exchange, {
    observation: 'body',
    expected: `names the number deleted, ${deleted}`,
    actual: 'does not',
  })
}
