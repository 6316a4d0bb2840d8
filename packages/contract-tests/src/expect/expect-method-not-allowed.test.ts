import { expect, test } from 'vitest'
import { exchangeWith } from '../../test/exchange.ts'
import { expectMethodNotAllowed } from './expect-method-not-allowed.ts'

function refusal(allow?: string, status = 405) {
  const headers = { 'content-type': 'text/plain', ...(allow !== undefined && { allow }) }
  return exchangeWith({ status, headers, body: 'Method not allowed: expected GET' }, 'PUT')
}

test('accepts 405 with the methods of the path, whatever others there are', async () => {
  const exchange = await refusal('GET, HEAD, OPTIONS')
  expect(() => expectMethodNotAllowed(exchange, ['GET'])).not.toThrow()
})

test.each([
  ['another status', 'GET', 404, 'came status 404'],
  ['no Allow', undefined, 405, 'no Allow'],
  ['an Allow without the right method', 'POST', 405, 'expected an Allow header with GET'],
  ['an Allow with the refused method', 'GET, PUT', 405, 'without PUT'],
])('refuses %s', async (_what, allow, status, message) => {
  const exchange = await refusal(allow, status)
  expect(() => expectMethodNotAllowed(exchange, ['GET'])).toThrow(message)
})
