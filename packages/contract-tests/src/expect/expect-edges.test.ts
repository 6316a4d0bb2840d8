import { expect, test } from 'vitest'
import { exchangeWith } from '../../test/exchange.ts'
import { expectAlike, expectAllow, expectNoBody, expectOptions, expectUnknownPath } from './expect-edges.ts'

const text = { 'content-type': 'text/plain' }

test('lets Allow name HEAD and OPTIONS, which every path may have', async () => {
  const exchange = await exchangeWith({ status: 405, headers: { allow: 'POST, HEAD, OPTIONS' } })
  expect(() => expectAllow(exchange, ['POST'])).not.toThrow()
})

test.each([
  ['lacks a method', { allow: 'OPTIONS' }, 'expected an Allow header with POST, came Allow: OPTIONS'],
  ['names one that the path has not', { allow: 'POST, PUT' }, 'without PUT, came Allow: POST, PUT'],
  ['does not come', {}, 'expected an Allow header with POST, came no Allow'],
])('refuses an Allow that %s', async (_what, headers, message) => {
  const exchange = await exchangeWith({ status: 405, headers })
  expect(() => expectAllow(exchange, ['POST'])).toThrow(message)
})

test('expects 204 of OPTIONS', async () => {
  const exchange = await exchangeWith({ status: 200, headers: { allow: 'POST' } })
  expect(() => expectOptions(exchange, ['POST'])).toThrow('expected status 204, came status 200')
})

test('expects no body after HEAD', async () => {
  const exchange = await exchangeWith({ status: 200 })
  expect(() => expectNoBody({ ...exchange, response: { ...exchange.response, text: 'body' } })).toThrow(
    'no body',
  )
  expect(() => expectNoBody(exchange)).not.toThrow()
})

test('expects an unknown path to be an error like the others', async () => {
  const right = await exchangeWith({ status: 404, body: 'Not found: no such path', headers: text })
  const wrong = await exchangeWith({ status: 404, body: '<h1>404</h1>', headers: text })
  expect(() => expectUnknownPath(right)).not.toThrow()
  expect(() => expectUnknownPath(wrong)).toThrow('one line "Not found: <detail>"')
})

test('takes two responses for alike that differ in what was named alone', async () => {
  const known = await answerFor('demo', 'Forbidden: ada is no member of demo')
  const unknown = await answerFor('no-such-workspace', 'Forbidden: ada is no member of no-such-workspace')
  expect(() => expectAlike(known, unknown)).not.toThrow()
})

test('tells responses apart that give away what exists', async () => {
  const known = await answerFor('demo', 'Forbidden: ada is no member of demo')
  const unknown = await answerFor('no-such-workspace', 'Forbidden: there is no such workspace')
  expect(() => expectAlike(known, unknown)).toThrow('the same response as for what exists')
})

async function answerFor(workspace: string, body: string) {
  const { request, ...rest } = await exchangeWith({ status: 403, body, headers: text })
  return { ...rest, request: { ...request, url: `http://localhost:8000/api/w/${workspace}/users/list` } }
}
