import { expect, test } from 'vitest'
import { differencesIn, exchangeWith } from '../../test/exchange.ts'
import { expectUnchanged } from './unchanged.ts'

const schema = { type: 'object', required: ['email', 'last_used_at'], properties: {} }

async function differencesBetween(before: unknown, after: unknown) {
  return differencesIn(await exchangeWith({ body: '' }), (exchange) =>
    expectUnchanged(exchange, 'the account', { schema, before, after }),
  )
}

test.each([
  ['a counter grows', { email: 'ada', usage: { jobs: 1 } }, { email: 'ada', usage: { jobs: 2 } }],
  ['a time of use moves', { email: 'ada', last_used_at: '1' }, { email: 'ada', last_used_at: '2' }],
  ['an optional property comes', { email: 'ada' }, { email: 'ada', groups: [] }],
  ['an optional property of an item goes', [{ email: 'ada', groups: [] }], [{ email: 'ada' }]],
])('is silent where %s', async (_what, before, after) => {
  expect(await differencesBetween(before, after)).toEqual([])
})

test.each([
  ['a value changes', { email: 'ada' }, { email: 'bob' }, '/email: expected the same text, got another text'],
  ['a required property goes', { email: 'ada' }, {}, '/email: expected a text, got absent'],
  [
    'both have an optional property',
    { groups: ['all'] },
    { groups: [] },
    '/groups: expected every item, got items are missing',
  ],
  [
    'an item is added',
    [{ email: 'ada' }],
    [{ email: 'ada' }, { email: 'bob' }],
    ': expected no other item, got items are added',
  ],
])('differs where %s', async (_what, before, after, difference) => {
  const place = difference.startsWith(':') ? '' : ' '
  expect(await differencesBetween(before, after)).toEqual([`the account${place}${difference}`])
})
