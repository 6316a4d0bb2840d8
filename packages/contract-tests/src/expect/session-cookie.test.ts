import { expect, test } from 'vitest'
import { exchangeWith } from '../../test/exchange.ts'
import { setsSessionCookie } from './session-cookie.ts'

const token = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'

function answerWith(cookie: string) {
  return exchangeWith({ status: 200, headers: { 'set-cookie': cookie }, body: token })
}

test.each([
  `token=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=259200`,
  `token=${token}; max-age=259200; samesite=lax; httponly; path=/; Secure; Priority=High`,
  `token=${token}; Path=/; HttpOnly; SameSite=Lax; Expires=${new Date(Date.now() + 259_200_000).toUTCString()}`,
])('accepts %s', async (cookie) => {
  const exchange = await answerWith(cookie)
  expect(() => setsSessionCookie(exchange)).not.toThrow()
})

test.each([
  ['another name', `session=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=259200`, 'a cookie "token"'],
  [
    'another value',
    `token=${token}x; Path=/; HttpOnly; SameSite=Lax; Max-Age=259200`,
    'the token of the body',
  ],
  ['no HttpOnly', `token=${token}; Path=/; SameSite=Lax; Max-Age=259200`, 'no httponly'],
  ['no SameSite', `token=${token}; Path=/; HttpOnly; Max-Age=259200`, 'no samesite'],
  ['another SameSite', `token=${token}; Path=/; HttpOnly; SameSite=None; Max-Age=259200`, 'samesite=None'],
  ['another path', `token=${token}; Path=/api; HttpOnly; SameSite=Lax; Max-Age=259200`, 'path=/api'],
  ['a shorter life', `token=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=3600`, '3600 seconds'],
  ['no life', `token=${token}; Path=/; HttpOnly; SameSite=Lax`, 'no life'],
])('refuses a cookie with %s', async (_what, cookie, message) => {
  const exchange = await answerWith(cookie)
  expect(() => setsSessionCookie(exchange)).toThrow(message)
})
