import { expect, test } from 'vitest'
import { differencesIn, exchangeWith } from '../../test/exchange.ts'
import { expectErrorText } from './error-text.ts'

const text = { 'content-type': 'text/plain' }

test.each([
  [400, 'Bad request: Invalid login'],
  [400, 'Bad request: ends with a line break\n'],
  [401, 'Unauthorized'],
  [403, 'Forbidden: only an admin may'],
  [404, 'Not found: no such invite'],
  [422, 'Unprocessable: email: expected a string'],
  [418, 'a status of which nothing is known'],
  [200, '{"a success":"is no error"}'],
])('accepts a %i that reads "%s"', async (status, body) => {
  const exchange = await exchangeWith({ status, headers: text, body })
  expect(differencesIn(exchange, expectErrorText)).toEqual([])
})

test.each([
  [400, 'Invalid login', 'one line "Bad request: <detail>"', 'another text'],
  [400, 'Bad request: ', 'one line "Bad request: <detail>"', 'another text'],
  [400, '"Bad request: quoted"', 'one line "Bad request: <detail>"', 'another text'],
  [400, '', 'one line "Bad request: <detail>"', 'no text'],
  [401, 'Unauthorized: who are you?', '"Unauthorized"', '"Unauthorized: <detail>"'],
  [403, 'Not found: another kind', 'one line "Forbidden: <detail>"', '"Not found: <detail>"'],
  [404, 'Not found: one line\nand another', 'one line "Not found: <detail>"', 'several lines'],
  [404, '{"error":"no such account"}', 'one line "Not found: <detail>"', 'JSON'],
  [404, '<h1>404</h1>', 'one line "Not found: <detail>"', 'markup'],
])('records a %i that reads %j', async (status, body, expected, actual) => {
  const exchange = await exchangeWith({ status, headers: text, body })
  expectErrorText(exchange)
  expect(exchange.observations).toMatchObject([
    { rule: 'error-body', situation: String(status), observation: 'body', expected, actual },
  ])
  expect(exchange.observations[0]?.pointers).toEqual([`responses/${status}`])
})

test('records an error that is not plain text, and says nothing of its body', async () => {
  const exchange = await exchangeWith({
    status: 404,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: '{"error":"no such invite"}',
  })
  expect(differencesIn(exchange, expectErrorText)).toEqual([
    'header Content-Type: expected text/plain, got application/json',
  ])
})

test('records an error without a media type', async () => {
  const exchange = await exchangeWith({ status: 404, headers: { 'content-type': '' } })
  expect(differencesIn(exchange, expectErrorText)).toEqual([
    'header Content-Type: expected text/plain, got absent',
  ])
})

test.each([
  ['Internal: duplicate key value violates unique constraint "usr_pkey"', 'SQL'],
  ['Internal: SELECT email FROM account WHERE id = 1', 'SQL'],
  ['Internal: at handle (/srv/node_modules/app/index.js:42)', 'a place in its source'],
  ["Internal: thread 'main' panicked at src/users.rs:7", 'a place in its source'],
])('records what only the program knows in %j', async (body, actual) => {
  const exchange = await exchangeWith({ status: 500, headers: text, body })
  expect(differencesIn(exchange, expectErrorText)).toEqual([
    `body of an error: expected nothing of the insides of the server, got ${actual}`,
  ])
})

test('says nothing of a response to HEAD, which has no body', async () => {
  const exchange = await exchangeWith({ status: 404, headers: { 'content-type': 'text/html' } }, 'HEAD')
  expect(differencesIn(exchange, expectErrorText)).toEqual([])
})

test('takes the text of the status that was expected: the status alone is wrong', async () => {
  const wrong = { status: 403, headers: text, body: 'Not found: no such member' }
  const exchange = await exchangeWith(wrong)
  expect(differencesIn(exchange, (each) => expectErrorText(each, '404'))).toEqual([])
  const other = await exchangeWith(wrong)
  expect(differencesIn(other, (each) => expectErrorText(each, '400', '422'))).toHaveLength(1)
})
