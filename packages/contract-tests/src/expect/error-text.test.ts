import { expect, test } from 'vitest'
import { exchangeWith } from '../../test/exchange.ts'
import { Mismatch } from '../errors.ts'
import { expectErrorText } from './error-text.ts'

const text = { 'content-type': 'text/plain' }

test.each([
  [400, 'Bad request: Invalid login'],
  [401, 'Unauthorized'],
  [403, 'Forbidden: only an admin may'],
  [404, 'Not found: no such invite'],
  [422, 'Unprocessable: email: expected a string'],
])('accepts a %i that reads "%s"', async (status, body) => {
  const exchange = await exchangeWith({ status, headers: text, body })
  expect(() => expectErrorText(exchange)).not.toThrow()
})

test.each([
  [400, 'Invalid login'],
  [400, 'Bad request: '],
  [400, '"Bad request: quoted"'],
  [401, 'Unauthorized: who are you?'],
  [403, 'Not found: another kind'],
  [404, 'Not found: one line\nand a stack trace'],
])('refuses a %i that reads %j', async (status, body) => {
  const exchange = await exchangeWith({ status, headers: text, body })
  expect(() => expectErrorText(exchange)).toThrow(Mismatch)
})

test('refuses an error that is not plain text, under a rule of its own', async () => {
  const exchange = await exchangeWith({
    status: 404,
    headers: { 'content-type': 'application/json' },
    body: 'Not found: no such invite',
  })
  expect(() => expectErrorText(exchange)).toThrow(
    expect.objectContaining({ rule: 'error-body', came: 'application/json' }),
  )
})
