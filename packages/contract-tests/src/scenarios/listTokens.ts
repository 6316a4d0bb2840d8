import { expectItem, expectNoItem, expectSame } from '../expect/compare.ts'
import { differ } from '../expect/observation.ts'
import { hoursBetween } from '../fixtures/server-time.ts'
import { sideBySide } from '../fixtures/side-by-side.ts'
import { views } from '../fixtures/views.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** Users see their own tokens, the newest first. */
export const listTokens: ScenarioOf = [
  {
    rule: 'order',
    title: 'lists the newest token first',
    async run(fixtures) {
      const owner = await fixtures.makeAccount('token')
      const made: string[] = []
      for (let count = 0; count < 3; count += 1) {
        made.push((await fixtures.makeToken(owner)).slice(0, 10))
        // Times are kept to the millisecond at least.
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      const listing = await views.tokens(fixtures, owner)
      const times = listing.items.map((item) => Date.parse(String(item['created_at'])))
      // The times that are listed say which one is newer: the clock of a server may jump.
      expectSame(
        listing,
        'the tokens by the time of their creation',
        [...times].sort((one, other) => other - one),
        times,
      )
      for (const prefix of made) expectItem(listing, { token_prefix: prefix })
    },
  },
  {
    rule: 'write-stored',
    title: 'lists a creation time by the clock of the server, and a last use that is not earlier',
    async run(fixtures) {
      const owner = await fixtures.companion()
      const token = await fixtures.makeToken(owner)
      const listing = await views.tokens(fixtures, owner)
      const { created_at, last_used_at } = expectItem(listing, { token_prefix: token.slice(0, 10) })
      const [created, used] = [created_at, last_used_at].map((time) => Date.parse(String(time)))
      const isUsedLater = (used ?? 0) >= (created ?? 0) - 1000
      expectSame(listing, 'whether it was used no earlier than made', true, isUsedLater)
      const now = Date.parse(listing.response.headers.get('date') ?? '')
      // A server in process sends no Date.
      const minutes = Number.isNaN(now) ? 0 : Math.round(Math.abs(now - (created ?? 0)) / 60_000)
      if (minutes > 2)
        differ(listing, {
          observation: 'created_at',
          expected: 'within two minutes of the Date',
          actual: 'another time',
        })
    },
  },
  {
    rule: 'write-stored',
    title: 'lists more than 50 tokens',
    async run(fixtures) {
      const owner = await fixtures.makeAccount('tokens')
      const count = 55
      await sideBySide(new Array(count - 1).keys(), async () => void (await fixtures.makeToken(owner)))
      const listing = await views.tokens(fixtures, owner)
      expectSame(listing, 'the number of tokens', count, listing.items.length)
    },
  },
  {
    rule: 'others-untouched',
    title: 'shows nobody the token of somebody else',
    async run(fixtures) {
      const token = await fixtures.makeToken(await fixtures.companion())
      for (const caller of ['user', 'workspace-admin', 'super-admin'] as const) {
        const listing = await views.tokens(fixtures, await fixtures.identity(caller))
        expectNoItem(listing, 'token_prefix', token.slice(0, 10))
      }
    },
  },
  {
    rule: 'write-stored',
    title: 'lists the session of a login with the label "session" and a lifetime of 72 hours',
    async run(fixtures) {
      const owner = await fixtures.makeAccount('token')
      const listing = await views.tokens(fixtures, owner)
      const session = expectItem(listing, { token_prefix: owner.token.slice(0, 10), label: 'session' })
      expectSame(listing, 'the hours that a session lives', 72, hoursBetween(session))
    },
  },
]
