import { expect, test } from 'vitest'
import { admin, useSandbox } from '../../test/use-sandbox.ts'

const { call, fetch, passMinutes } = useSandbox()

/** What the browser holds when it comes back from the provider. */
async function goToProvider(email: string) {
  const { headers } = await call('GET /oauth/login/sandbox')
  const response = await fetch(
    new Request(`${headers.get('Location')}&login_hint=${encodeURIComponent(email)}`),
  )
  const { searchParams } = new URL(response.headers.get('Location') ?? '')
  const [cookie = ''] = (headers.get('Set-Cookie') ?? '').split(';')
  return { cookie, code: searchParams.get('code') ?? '', state: searchParams.get('state') ?? '' }
}

const finish = (
  { cookie, code, state }: { cookie: string; code: string; state: string },
  client = 'sandbox',
) => call(`POST /oauth/login_callback/${client}`, { body: { code, state }, headers: { Cookie: cookie } })

test('makes an account for a new e-mail and logs it in', async () => {
  const { status, body, headers } = await finish(await goToProvider('Margaret@Example.com'))
  expect(status).toBe(200)
  expect(headers.get('Set-Cookie')).toContain(`token=${body};`)
  expect(headers.get('Cache-Control')).toBe('no-store')
  expect(await call('GET /users/whoami', { as: String(body) })).toMatchObject({
    body: {
      email: 'margaret@example.com',
      login_type: 'sandbox',
      super_admin: false,
      verified: true,
      name: null,
    },
  })
})

test('logs an account in that it has made before', async () => {
  await finish(await goToProvider('margaret@example.com'))
  expect(await finish(await goToProvider('margaret@example.com'))).toMatchObject({ status: 200 })
})

test('takes over no account that logs in otherwise', async () => {
  expect(await finish(await goToProvider('ada@example.com'))).toMatchObject({
    status: 400,
    body: 'Bad request: ada@example.com logs in with a password',
  })
})

test('takes a state once', async () => {
  const back = await goToProvider('margaret@example.com')
  await finish(back)
  expect(await finish(back)).toMatchObject({ status: 400 })
})

test('takes a state for ten minutes', async () => {
  const back = await goToProvider('margaret@example.com')
  passMinutes(11)
  expect(await finish(back)).toMatchObject({ status: 400 })
})

test('takes a state from the browser alone in which the login began', async () => {
  const [back, other] = await Promise.all([
    goToProvider('margaret@example.com'),
    goToProvider('eve@example.com'),
  ])
  expect(await finish({ ...back, cookie: other.cookie })).toMatchObject({ status: 400 })
  expect(await finish({ ...back, cookie: '' })).toMatchObject({ status: 400 })
})

test('refuses a code that the provider does not know', async () => {
  const back = await goToProvider('margaret@example.com')
  expect(await finish({ ...back, code: 'guessed' })).toMatchObject({
    status: 400,
    body: 'Bad request: sandbox does not accept the code',
  })
})

test('refuses a code of another login: its verifier does not fit', async () => {
  const [back, other] = await Promise.all([
    goToProvider('margaret@example.com'),
    goToProvider('eve@example.com'),
  ])
  expect(await finish({ ...back, code: other.code })).toMatchObject({ status: 400 })
})

test('knows no other client', async () => {
  expect(await finish(await goToProvider('margaret@example.com'), 'nobody')).toMatchObject({ status: 400 })
})

test('gives a session without a password', async () => {
  const { body: token } = await finish(await goToProvider('margaret@example.com'))
  const set = await call('POST /users/setpassword', { as: String(token), body: { password: 'apollo' } })
  expect(set).toMatchObject({
    status: 400,
    body: 'Bad request: the account logs in with sandbox, not with a password',
  })
  const login = await call('POST /auth/login', { body: { email: 'margaret@example.com', password: '' } })
  expect(login).toMatchObject({ body: 'Bad request: Invalid login' })
  await call('DELETE /users/delete/margaret@example.com', { as: admin })
  expect(await call('GET /users/email', { as: String(token) })).toMatchObject({ status: 401 })
})
