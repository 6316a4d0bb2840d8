import { expect, test } from 'vitest'
import { useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

test('sends the browser to the provider, with the state in a cookie', async () => {
  const { status, headers } = await call('GET /oauth/login/sandbox')
  const location = new URL(headers.get('Location') ?? '')
  const state = location.searchParams.get('state')
  expect([status, location.origin]).toEqual([303, 'http://localhost:8000'])
  expect(headers.get('Set-Cookie')).toBe(`csrf=${state}; Max-Age=600; Path=/; HttpOnly; SameSite=Lax`)
})

test('asks for a code with PKCE', async () => {
  const { headers } = await call('GET /oauth/login/sandbox')
  const { searchParams } = new URL(headers.get('Location') ?? '')
  expect(Object.fromEntries(searchParams)).toMatchObject({
    response_type: 'code',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
  })
})

test('knows no other client', async () => {
  expect(await call('GET /oauth/login/nobody')).toMatchObject({
    status: 400,
    body: 'Bad request: there is no OAuth client nobody',
  })
})
