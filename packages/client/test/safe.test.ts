import { describe, expect, test } from 'vitest'
import { createClient, createUserApi, whois } from '../src/index.ts'
import { caught } from './support/caught.ts'
import { baseUrl, json, text } from './support/server.ts'

const account = { workspace: 'demo', username: 'ada' }
const none = { kind: 'none' } as const

describe('safe', () => {
  test('resolves to the result and its answer', async () => {
    const api = createUserApi({ baseUrl, auth: none, fetch: () => json({ email: 'ada@example.com' }) })
    const result = await api.whois.safe(account)

    if (!result.ok) throw result.error
    expect(result.value.email).toBe('ada@example.com')
    expect(result.response.headers.get('Content-Type')).toBe('application/json')
  })

  test('resolves to the error, which its status narrows', async () => {
    const client = createClient({ baseUrl, auth: none, fetch: () => text('Not found: ada', 404) })
    const result = await whois.safe(client, account)

    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'status', status: 404, body: 'Not found: ada' },
    })
  })

  test('resolves to what was refused', async () => {
    const api = createUserApi({ baseUrl, auth: none, fetch: () => text('sent') })

    expect(await api.whois.safe({ ...account, username: '..' })).toMatchObject({
      ok: false,
      error: { kind: 'refused', argument: 'username' },
    })
  })

  test('hides no mistake of the caller', async () => {
    const api = createUserApi({ baseUrl, auth: none, fetch: () => text('sent') })
    const input = new Proxy(account, {
      get: () => {
        throw new SyntaxError('not mine')
      },
    })

    expect(await caught(api.whois.safe(input))).toMatchObject({ name: 'SyntaxError', message: 'not mine' })
  })
})
