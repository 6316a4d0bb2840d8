import type { Exchange } from '../http/exchange.ts'
import { expectItem, expectNoItem, expectRefused, expectSame } from '../suite/compare.ts'
import { expectStatus, fail } from '../suite/expect-answer.ts'
import { tryLogin } from '../world/account-body.ts'
import { oddNames } from '../world/odd.ts'
import { views } from '../world/views.ts'
import type { StoryOf } from './story-of.ts'

/** A token ends when its owner names it, and no other does. */
export const deleteToken: StoryOf = [
  {
    rule: 'write-stored',
    title: 'ends the token that it names, and no other of the account',
    async run(world) {
      const owner = await world.companion()
      const [ended, kept] = [await world.makeToken(owner), await world.makeToken(owner)]
      const path = { token_prefix: ended.slice(0, 10) }
      const exchange = await world.api.succeed('deleteToken', { path }, owner.token)
      expectNumber(exchange, path.token_prefix, 1)
      const listing = await views.tokens(world, owner)
      expectNoItem(listing, 'token_prefix', path.token_prefix)
      expectItem(listing, { token_prefix: kept.slice(0, 10) })
      expectRefused(await world.api.call('getCurrentEmail', {}, ended), '401')
      expectStatus(await world.api.call('getCurrentEmail', {}, kept), '200')
    },
  },
  {
    rule: 'write-stored',
    title: 'ends a session by its prefix as it ends any token',
    async run(world) {
      const owner = await world.makeAccount('session')
      const login = await tryLogin(world, owner.email, owner.password)
      expectStatus(login, '200')
      const path = { token_prefix: login.answer.text.slice(0, 10) }
      const exchange = await world.api.succeed('deleteToken', { path }, owner.token)
      expectNumber(exchange, path.token_prefix, 1)
      expectRefused(await world.api.call('getCurrentEmail', {}, login.answer.text), '401')
      expectNoItem(await views.tokens(world, owner), 'token_prefix', path.token_prefix)
    },
  },
  {
    rule: 'write-scope',
    title: 'ends nothing when a prefix matches only in part, and may be repeated',
    async run(world) {
      const owner = await world.companion()
      const token = await world.makeToken(owner)
      const prefix = token.slice(0, 10)
      const others = [
        prefix.slice(0, 9),
        token.slice(0, 11),
        `${prefix.slice(0, 9)}_`,
        '%',
        '*',
        `${prefix} `,
      ]
      for (const token_prefix of others) {
        const exchange = await world.api.call('deleteToken', { path: { token_prefix } }, owner.token)
        expectStatus(exchange, '200')
        const listing = await views.tokens(world, owner)
        if (!listing.items.some((item) => item['token_prefix'] === prefix))
          fail(exchange, 'no token deleted', 'one whose prefix is another')
      }
      const path = { token_prefix: prefix }
      await world.api.succeed('deleteToken', { path }, owner.token)
      const again = await world.api.call('deleteToken', { path }, owner.token)
      expectStatus(again, '200')
      expectNumber(again, prefix, 0)
    },
  },
  {
    rule: 'others-untouched',
    title: 'ends no token of somebody else, not even for a super admin',
    async run(world) {
      const token = await world.makeToken(await world.companion())
      const path = { token_prefix: token.slice(0, 10) }
      for (const actor of ['user', 'super-admin'] as const) {
        const caller = await world.identity(actor)
        const exchange = await world.api.call('deleteToken', { path }, caller.token)
        expectStatus(exchange, '200')
        const alive = await world.api.call('getCurrentEmail', {}, token)
        expectSame(alive, `after a call of ${actor}, status`, 200, alive.answer.status)
      }
    },
  },
  {
    rule: 'path-odd',
    title: 'answers 200 to a prefix of odd characters',
    async run(world) {
      const { token } = await world.identity('user')
      for (const odd of oddNames)
        expectStatus(await world.api.call('deleteToken', { path: { token_prefix: odd } }, token), '200')
    },
  },
]

/** The text says how many tokens were deleted; the prefix may hold that number by chance. */
function expectNumber(exchange: Exchange, prefix: string, deleted: number): void {
  const text = exchange.answer.text.replaceAll(prefix, '')
  if (!new RegExp(`\\b${deleted}\\b`).test(text)) fail(exchange, `the number deleted, ${deleted}`, 'another')
}
