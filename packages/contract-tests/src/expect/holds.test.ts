import { expect, test } from 'vitest'
import { differencesIn, exchangeWith } from '../../test/exchange.ts'
import { isExactly, names } from './holds.ts'

const body = 'ada@example.com has joined demo.'

test('finds the subjects of a response in any words', async () => {
  const exchange = await exchangeWith({ status: 200, body })
  const look = names({ workspace: 'demo', 'e-mail': 'ada@example.com' })
  expect(differencesIn(exchange, look)).toEqual([])
})

test('says which subjects are missing by what they are, and not by their values', async () => {
  const exchange = await exchangeWith({ status: 200, body })
  const look = names({ workspace: 'lab', username: 'ada', 'e-mail': 'grace@example.com' })
  expect(differencesIn(exchange, look)).toEqual([
    'body: expected names the workspace and the e-mail, got does not name it',
  ])
  expect(exchange.observations).toMatchObject([{ rule: 'valid-call', pointers: ['responses/200'] }])
})

test('finds a subject that JSON writes with an escape', async () => {
  const headers = { 'Content-Type': 'application/json' }
  const exchange = await exchangeWith({ status: 200, headers, body: '["ada\\u0040example.com"]' })
  expect(differencesIn(exchange, names({ 'e-mail': 'ada@example.com' }))).toEqual([])
})

test('needs a text to be exactly that', async () => {
  const exchange = await exchangeWith({ status: 200, body: 'ada@example.com' })
  expect(differencesIn(exchange, isExactly('the e-mail', 'ada@example.com'))).toEqual([])
  expect(differencesIn(exchange, isExactly('the e-mail', 'Ada@example.com'))).toEqual([
    'body: expected the e-mail, got another text',
  ])
})
