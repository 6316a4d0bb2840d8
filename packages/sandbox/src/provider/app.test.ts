import { describe, expect, test } from 'vitest'
import { useSandbox } from '../../test/use-sandbox.ts'

const { call, fetch } = useSandbox()

async function authorizeUrl() {
  const { headers } = await call('GET /oauth/login/sandbox')
  return new URL(headers.get('Location') ?? '')
}

describe('the consent page', () => {
  test('asks who logs in, and keeps the request', async () => {
    const url = await authorizeUrl()
    const response = await fetch(new Request(url))
    const page = await response.text()
    expect(response.headers.get('Content-Type')).toMatch('text/html')
    expect(page).toContain(`name="state" value="${url.searchParams.get('state')}"`)
    expect(page).toContain('name="login_hint"')
  })

  test('asks again where the answer is no e-mail, and shows it harmlessly', async () => {
    const url = await authorizeUrl()
    url.searchParams.set('login_hint', '<script>')
    const page = await (await fetch(new Request(url))).text()
    expect(page).toContain('&lt;script&gt; is no e-mail address')
  })
})

test.each(['response_type', 'client_id', 'redirect_uri', 'code_challenge', 'code_challenge_method'])(
  'refuses a request without %s',
  async (name) => {
    const url = await authorizeUrl()
    url.searchParams.delete(name)
    const response = await fetch(new Request(url))
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(name)])
  },
)

test('sends the browser nowhere else', async () => {
  const url = await authorizeUrl()
  url.searchParams.set('redirect_uri', 'https://evil.example/')
  expect((await fetch(new Request(url))).status).toBe(400)
})

test('brings the browser back to a page that says what to post', async () => {
  const url = await authorizeUrl()
  url.searchParams.set('login_hint', 'margaret@example.com')
  const { headers } = await fetch(new Request(url))
  const page = await (await fetch(new Request(headers.get('Location') ?? ''))).text()
  expect(page).toContain('oauth/login_callback/sandbox')
})

test.each([
  ['another secret', { client_secret: 'guessed' }, 'invalid_client'],
  ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
  ['an unknown code', {}, 'invalid_grant'],
])('refuses a token for %s', async (_case, difference, error) => {
  const form = {
    grant_type: 'authorization_code',
    client_id: 'sandbox',
    client_secret: 'sandbox-secret',
    code: 'x',
  }
  const response = await fetch(
    new Request('http://localhost:8000/api/oauth/provider/token', {
      method: 'POST',
      body: new URLSearchParams({ ...form, ...difference }),
    }),
  )
  expect(await response.json()).toEqual({ error })
})

test('takes a form alone, and none that is too large', async () => {
  const post = (body: string, contentType: string) =>
    fetch(
      new Request('http://localhost:8000/api/oauth/provider/token', {
        method: 'POST',
        headers: { 'Content-Type': contentType },
        body,
      }),
    )
  expect((await post('{}', 'application/json')).status).toBe(415)
  expect((await post('x'.repeat(1_048_577), 'application/x-www-form-urlencoded')).status).toBe(413)
})
