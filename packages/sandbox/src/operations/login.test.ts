import { expect, test } from 'vitest'
import type { BodyOf } from '../../test/line.ts'
import { useSandbox } from '../../test/use-sandbox.ts'

const { call, passMinutes } = useSandbox()

const right = { email: 'ada@example.com', password: 'analytical-engine' }
const wrong = { email: 'ada@example.com', password: 'difference-engine' }
const login = (body: BodyOf<'POST /auth/login'>) => call('POST /auth/login', { body })

async function failTenTimes(email: string) {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    expect(await login({ email, password: 'guess' })).toMatchObject({ status: 400 })
  }
}

test('answers a token that works at once', async () => {
  const { status, body } = await login(right)
  expect(status).toBe(200)
  expect(body).toMatch(/^[A-Za-z0-9]{32}$/)
  expect(await call('GET /users/email', { as: String(body) })).toMatchObject({ body: 'ada@example.com' })
})

test('sets the token as a cookie for three days, which nothing may cache', async () => {
  const { body, headers } = await login(right)
  expect(headers.get('Set-Cookie')).toBe(`token=${body}; Max-Age=259200; Path=/; HttpOnly; SameSite=Lax`)
  expect(headers.get('Cache-Control')).toBe('no-store')
})

test('takes the e-mail in any case', async () => {
  expect(await login({ ...right, email: 'Ada@Example.COM' })).toMatchObject({ status: 200 })
})

test('makes a session that ends after 72 hours', async () => {
  const { body: token } = await login(right)
  passMinutes(72 * 60 - 1)
  expect(await call('GET /users/email', { as: String(token) })).toMatchObject({ status: 200 })
  passMinutes(1)
  expect(await call('GET /users/email', { as: String(token) })).toMatchObject({ status: 401 })
})

test.each([
  ['a wrong password', wrong],
  ['an unknown e-mail', { email: 'nobody@example.com', password: 'analytical-engine' }],
  ['an empty password', { email: 'ada@example.com', password: '' }],
  ['an e-mail that is none', { email: 'ada', password: 'analytical-engine' }],
  ['a text of 4,000 characters for an e-mail', { email: 'x'.repeat(4000), password: '' }],
])('tells %s from nothing else', async (_case, body) => {
  expect(await login(body)).toMatchObject({ status: 400, body: 'Bad request: Invalid login' })
})

test('refuses the right password too after ten failures', async () => {
  await failTenTimes('ada@example.com')
  const { status, headers } = await login(right)
  expect([status, headers.get('Retry-After')]).toEqual([429, '900'])
})

test('limits an e-mail without an account alike', async () => {
  await failTenTimes('nobody@example.com')
  expect(await login({ email: 'NOBODY@example.com', password: '' })).toMatchObject({ status: 429 })
})

test('leaves other accounts alone', async () => {
  await failTenTimes('grace@example.com')
  expect(await login(right)).toMatchObject({ status: 200 })
})

test('lets in again when the window has passed, however often it was tried meanwhile', async () => {
  await failTenTimes('ada@example.com')
  passMinutes(14)
  expect((await login(right)).headers.get('Retry-After')).toBe('60')
  passMinutes(1)
  expect(await login(right)).toMatchObject({ status: 200 })
})

test('forgets the failures before a success', async () => {
  for (let attempt = 0; attempt < 9; attempt += 1) await login(wrong)
  await login(right)
  await login(wrong)
  expect(await login(right)).toMatchObject({ status: 200 })
})

test('counts no more than ten failures of many at once', async () => {
  const replies = await Promise.all(Array.from({ length: 15 }, () => login(wrong)))
  expect(replies.filter(({ status }) => status === 400)).toHaveLength(10)
  expect(replies.filter(({ status }) => status === 429)).toHaveLength(5)
})
