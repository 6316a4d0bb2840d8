import { describe, expect, onTestFinished, test } from 'vitest'
import { createSandbox } from '../../test/create-sandbox.ts'
import { ada, useSandbox } from '../../test/use-sandbox.ts'
import { isOrigin } from './allow-origin.ts'

const app = 'http://localhost:5173'
const other = 'https://evil.example.com'

const { call, callAnyhow } = useSandbox({ allowOrigins: [app] })

const preflight = (line: string, origin: string) =>
  callAnyhow(line, { headers: { Origin: origin, 'Access-Control-Request-Method': 'DELETE' } })

describe('a page of an allowed origin', () => {
  test('asks first, and may', async () => {
    const { status, headers } = await preflight('OPTIONS /users/tokens/delete/0123456789', app)
    expect(status).toBe(204)
    expect(headers.get('Access-Control-Allow-Origin')).toBe(app)
    expect(headers.get('Access-Control-Allow-Methods')).toBe('DELETE, OPTIONS')
    expect(headers.get('Access-Control-Allow-Headers')).toBe('Authorization, Content-Type')
  })

  test('may send what it asks for, as pages do whose requests are traced', async () => {
    const asked = 'authorization,baggage,sentry-trace,traceparent,x-request-id'
    const { headers } = await callAnyhow('OPTIONS /users/email', {
      headers: {
        Origin: app,
        'Access-Control-Request-Method': 'GET',
        'Access-Control-Request-Headers': asked,
      },
    })
    expect(headers.get('Access-Control-Allow-Headers')).toBe(asked)
  })

  test.each([
    ['GET /users/email', 200],
    ['GET /nothing', 404],
    ['POST /users/setpassword', 415],
  ])('reads the answer of %s', async (line, expected) => {
    const { status, headers } = await callAnyhow(line, { as: ada, headers: { Origin: app } })
    expect(status).toBe(expected)
    expect(headers.get('Access-Control-Allow-Origin')).toBe(app)
    expect(headers.get('Access-Control-Expose-Headers')).toBe(
      'Deprecation, Retry-After, Sunset, X-Request-Id',
    )
    expect(headers.get('Vary')).toContain('Origin')
  })

  test('does nothing with the cookie', async () => {
    const headers = { Origin: app, Cookie: `token=${ada}`, 'Sec-Fetch-Site': 'cross-site' }
    const logout = await call('POST /users/logout', { headers })
    expect(logout.status).toBe(401)
    expect(logout.headers.has('Access-Control-Allow-Credentials')).toBe(false)
  })
})

test('a page of another origin is let in to nothing', async () => {
  const answers = [
    await preflight('OPTIONS /users/logout', other),
    await call('GET /users/email', { as: ada, headers: { Origin: other } }),
    await call('GET /users/email', { as: ada }),
  ]
  for (const { headers } of answers) {
    expect(headers.has('Access-Control-Allow-Origin')).toBe(false)
    expect(headers.get('Vary')).toContain('Origin')
  }
})

test('* lets every page in', async () => {
  const sandbox = await createSandbox({ allowOrigins: ['*'] })
  onTestFinished(() => sandbox.close())
  const request = new Request('http://localhost:8000/api/users/email', { headers: { Origin: other } })
  expect((await sandbox.fetch(request)).headers.get('Access-Control-Allow-Origin')).toBe(other)
})

test('what is no origin is refused', async () => {
  await expect(createSandbox({ allowOrigins: [app, `${app}/`] })).rejects.toThrow(
    'allowOrigins[1] must be an origin, and is "http://localhost:5173/". Example: http://localhost:5173',
  )
})

test.each([
  ['http://localhost:5173', true],
  ['https://users.example.com', true],
  ['https://users.example.com/', false],
  ['https://users.example.com:443', false],
  ['users.example.com', false],
  ['null', false],
])('takes %s for an origin: %s', (text, expected) => {
  expect(isOrigin(text)).toBe(expected)
})
