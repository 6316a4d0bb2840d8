import { expect, test } from 'vitest'
import { createSandbox } from '../../test/create-sandbox.ts'
import { ada, useSandbox } from '../../test/use-sandbox.ts'

const { callAnyhow, fetch } = useSandbox()

test.each(['GET /users/email', 'GET /nothing', 'POST /users/email', 'GET /oauth/provider/callback'])(
  'a browser keeps, frames and guesses nothing: %s',
  async (line) => {
    const { headers } = await callAnyhow(line, { as: ada })
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin')
    expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'/)
    expect(headers.has('Strict-Transport-Security')).toBe(false)
  },
)

test('a browser comes back by https alone where people reach it so', async () => {
  const sandbox = await createSandbox({ publicUrl: 'https://users.example.com' })
  const { headers } = await sandbox.fetch(new Request('http://localhost:8000/health'))
  expect(headers.get('Strict-Transport-Security')).toBe('max-age=31536000')
  await sandbox.close()
})

test('no other site is let in to read', async () => {
  const headers = { Origin: 'https://evil.example.com', 'Access-Control-Request-Method': 'POST' }
  const preflight = await fetch(
    new Request('http://localhost:8000/api/users/logout', { method: 'OPTIONS', headers }),
  )
  expect(preflight.headers.has('Access-Control-Allow-Origin')).toBe(false)
})
