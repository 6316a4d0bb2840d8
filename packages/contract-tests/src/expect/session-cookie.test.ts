import { expect, test } from 'vitest'
import { differencesIn, exchangeWith } from '../../test/exchange.ts'
import { clearsSessionCookie, setsNoSessionCookie, setsSessionCookie } from './session-cookie.ts'

const token = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'

function responseWith(cookie: string) {
  return exchangeWith({ status: 200, headers: { 'set-cookie': cookie }, body: token })
}

test.each([
  `token=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=259200`,
  `token=${token}; max-age=259200; samesite=lax; httponly; path=/; Secure; Priority=High`,
  `token=${token}; Path=/; HttpOnly; SameSite=Lax; Expires=${new Date(Date.now() + 259_200_000).toUTCString()}`,
])('accepts %s', async (cookie) => {
  const exchange = await responseWith(cookie)
  expect(differencesIn(exchange, setsSessionCookie)).toEqual([])
})

const right = `token=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=259200`

test.each([
  ['another name', right.replace('token=', 'session='), 'cookie token: expected present, got absent'],
  [
    'another value',
    right.replace(token, `${token}x`),
    'cookie token value: expected the token of the body, got another value',
  ],
  ['no HttpOnly', right.replace(' HttpOnly;', ''), 'cookie token HttpOnly: expected present, got absent'],
  ['no SameSite', right.replace(' SameSite=Lax;', ''), 'cookie token SameSite: expected Lax, got absent'],
  ['another SameSite', right.replace('Lax', 'None'), 'cookie token SameSite: expected Lax, got None'],
  ['another path', right.replace('Path=/', 'Path=/api'), 'cookie token Path: expected /, got /api'],
  [
    'a shorter life',
    right.replace('259200', '7200'),
    'cookie token lifetime: expected 72 hours, got 2 hours',
  ],
  [
    'the life of an instant',
    right.replace('259200', '600'),
    'cookie token lifetime: expected 72 hours, got 10 minutes',
  ],
  ['no life', right.replace('; Max-Age=259200', ''), 'cookie token lifetime: expected 72 hours, got none'],
])('records a cookie with %s', async (_what, cookie, line) => {
  const exchange = await responseWith(cookie)
  expect(differencesIn(exchange, setsSessionCookie)).toEqual([line])
  expect(exchange.observations).toMatchObject([
    { rule: 'session-cookie', pointers: ['responses/200/headers/Set-Cookie', 'responses/200'] },
  ])
})

test('records every attribute that differs', async () => {
  const exchange = await responseWith(`token=${token}; Path=/; Max-Age=259200`)
  expect(differencesIn(exchange, setsSessionCookie)).toEqual([
    'cookie token HttpOnly: expected present, got absent',
    'cookie token SameSite: expected Lax, got absent',
  ])
})

test('expects Secure where the API is reached by https', async () => {
  const exchange = await responseWith(right)
  const request = { ...exchange.request, url: 'https://windmill.example.com/api/auth/login' }
  expect(differencesIn({ ...exchange, request }, setsSessionCookie)).toEqual([
    'cookie token Secure: expected present, got absent',
  ])
})

test.each([
  ['token=; Path=/; Max-Age=0', []],
  ['token=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT', []],
  ['token=x; Path=/; Max-Age=0', ['cookie token value: expected empty, got a value']],
  ['token=; Path=/api; Max-Age=0', ['cookie token Path: expected /, got /api']],
  ['token=; Path=/', ['cookie token lifetime: expected over, got not over']],
  ['other=; Path=/', ['cookie token: expected present, got absent']],
])('a logout that sets the cookie "%s" records %j', async (cookie, lines) => {
  const exchange = await responseWith(cookie)
  expect(differencesIn(exchange, clearsSessionCookie)).toEqual(lines)
})

test('setsNoSessionCookie minds the cookie of the session alone', async () => {
  const foreign = await responseWith('balancer=3; Path=/')
  expect(differencesIn(foreign, setsNoSessionCookie)).toEqual([])
  const set = await responseWith(right)
  expect(differencesIn(set, setsNoSessionCookie)).toEqual(['cookie token: expected absent, got present'])
})
