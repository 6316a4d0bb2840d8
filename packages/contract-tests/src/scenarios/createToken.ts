import type { Identity } from '../checks/setup.ts'
import type { JsonObject } from '../document/operation.ts'
import { expectItem, expectRefused, expectSame, refuses } from '../expect/compare.ts'
import { expectStatus } from '../expect/expect-status.ts'
import { differ, each, type ObservedExchange } from '../expect/observation.ts'
import { expectRandomTokens } from '../expect/random-tokens.ts'
import { makeExpiringToken } from '../fixtures/expiring-token.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { altered, noText } from '../fixtures/odd.ts'
import { views } from '../fixtures/views.ts'
import type { ScenarioOf } from './scenario-of.ts'

const day = 24 * 60 * 60 * 1000

/** A token is what was asked for, is its owner's, and cannot be guessed. */
export const createToken: ScenarioOf = [
  {
    rule: 'write-stored',
    title: 'lists the token with its label, its expiration and its first 10 characters',
    async run(fixtures) {
      const owner = await fixtures.companion()
      const moment = new Date(Math.floor((Date.now() + 400 * day) / 1000) * 1000)
      const label = 'Contract ÜNïcödé'
      // The same moment, as clocks in Nepal and Newfoundland show it: an offset has minutes, too.
      for (const expiration of [writeAt(moment, 345, '+05:45'), writeAt(moment, -210, '-03:30')]) {
        const { exchange, token } = await create(fixtures, owner, { label, expiration })
        const listing = await views.tokens(fixtures, owner)
        const listed = expectItem(listing, { token_prefix: token.slice(0, 10), label })
        const stored = new Date(String(listed['expiration']))
        // One offset that is read wrongly is enough: others would differ by other minutes.
        if (stored.getTime() !== moment.getTime())
          return expectSame(exchange, 'the stored expiration', moment, stored)
      }
    },
  },
  {
    rule: 'write-stored',
    title: 'lists a token that was created without label and expiration with null for both',
    async run(fixtures) {
      const owner = await fixtures.companion()
      for (const body of [{}, { label: null, expiration: null }]) {
        const { token } = await create(fixtures, owner, body)
        expectItem(await views.tokens(fixtures, owner), {
          token_prefix: token.slice(0, 10),
          label: null,
          expiration: null,
        })
      }
    },
  },
  {
    rule: 'write-stored',
    title: 'creates a token that authenticates its owner, and leaves the other tokens of the account alone',
    async run(fixtures) {
      const owner = await fixtures.makeAccount('token')
      const before = await views.tokens(fixtures, owner)
      const { token } = await create(fixtures, owner, { label: 'contract' })
      const email = await fixtures.api.call('getCurrentEmail', {}, token)
      expectStatus(email, '200')
      expectSame(email, 'the e-mail', owner.email, email.response.text)
      const after = await views.tokens(fixtures, owner)
      for (const { token_prefix, label } of before.items) expectItem(after, { token_prefix, label })
      expectSame(after, 'the number of tokens', before.items.length + 1, after.items.length)
    },
  },
  {
    rule: 'text-odd',
    title: 'returns 422 for a label that is not valid text, and stores 50 unusual characters as sent',
    async run(fixtures) {
      const owner = await fixtures.companion()
      await each(noText, async (label) =>
        expectRefused(await fixtures.api.call('createToken', { body: { label } }, owner.token), '422'),
      )
      for (const label of ['😀'.repeat(50), '\u202eübel " \' \\ \t%', '']) {
        const { token } = await create(fixtures, owner, { label })
        expectItem(await views.tokens(fixtures, owner), { token_prefix: token.slice(0, 10), label })
      }
    },
  },
  {
    rule: 'text-odd',
    title: 'stores a label with surrounding white space, or in another normalization form, as sent',
    async run(fixtures) {
      const owner = await fixtures.companion()
      const labels = new Map<string, string>()
      await each(altered, async (label) => {
        const created = await fixtures.api.call('createToken', { body: { label } }, owner.token)
        // A text that is refused is not changed.
        if (refuses(created)) return
        fixtures.secrets.add(created.response.text)
        labels.set(created.response.text.slice(0, 10), label)
      })
      const listing = await views.tokens(fixtures, owner)
      await each(labels, ([token_prefix, label]) => void expectItem(listing, { token_prefix, label }))
    },
  },
  {
    rule: 'token-random',
    title: 'creates tokens that have nothing in common',
    async run(fixtures) {
      const owner = await fixtures.companion()
      await expectRandomTokens(async () => (await create(fixtures, owner, {})).exchange)
    },
  },
  {
    rule: 'write-refused',
    title: 'creates no token if the expiration is in the past',
    async run(fixtures) {
      const owner = await fixtures.makeAccount('token')
      const expiration = new Date(Date.now() - day).toISOString()
      const body = { label: 'contract', expiration }
      expectRefused(await fixtures.api.call('createToken', { body }, owner.token), '400')
      const { items, ...listing } = await views.tokens(fixtures, owner)
      expectSame(listing, 'the number of tokens', 1, items.length)
    },
  },
  {
    rule: 'write-refused',
    title: 'creates no token without credentials or with an invalid body',
    async run(fixtures) {
      const owner = await fixtures.makeAccount('token')
      const body = { label: 'x'.repeat(51) }
      expectRefused(await fixtures.api.call('createToken', { body }, owner.token), '422')
      expectRefused(await fixtures.api.call('createToken', { body: {} }), '401')
      const { items, ...listing } = await views.tokens(fixtures, owner)
      expectSame(listing, 'the number of tokens', 1, items.length)
    },
  },
  {
    rule: 'credentials-revoked',
    title: 'creates a token that stops working when it expires, and is no longer listed',
    async run(fixtures) {
      const owner = await fixtures.companion()
      const { token, over } = await makeExpiringToken(fixtures, owner)
      await over()
      expectRefused(await fixtures.api.call('getCurrentEmail', {}, token), '401')
      const listing = await views.tokens(fixtures, owner)
      const isListed = listing.items.some((item) => item['token_prefix'] === token.slice(0, 10))
      if (isListed) differ(listing, { observation: 'expired tokens listed', expected: 'none', actual: 'one' })
    },
  },
]

/** A moment as a clock writes it that is ahead of UTC by as many minutes. */
function writeAt(moment: Date, minutes: number, offset: string): string {
  return new Date(moment.getTime() + minutes * 60_000).toISOString().replace(/\.\d+Z$/, offset)
}

interface Created {
  readonly exchange: ObservedExchange
  readonly token: string
}

async function create(fixtures: Fixtures, owner: Identity, body: JsonObject): Promise<Created> {
  const exchange = await fixtures.api.succeed('createToken', { body }, owner.token)
  fixtures.secrets.add(exchange.response.text)
  return { exchange, token: exchange.response.text }
}
