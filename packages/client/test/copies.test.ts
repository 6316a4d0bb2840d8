import { inspect } from 'node:util'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import * as here from '../src/index.ts'
import { caught } from './support/caught.ts'
import { baseUrl, json, text } from './support/server.ts'

/** A second copy of the package in the same process, as two versions in one tree or CommonJS beside ESM make one. */
let there: typeof here

beforeAll(async () => {
  vi.resetModules()
  there = await import('../src/index.ts')
})

const auth = { kind: 'none' } as const
const account = { workspace: 'demo', username: 'ada' }

test('the copies share no class', () => {
  expect(there.StatusError).not.toBe(here.StatusError)
})

describe('a function of one copy, with a client of another', () => {
  test('resolves to the result', async () => {
    const client = here.createClient({ baseUrl, auth, fetch: () => json({ email: 'ada@example.com' }) })

    expect(await there.whois(client, account)).toEqual({ email: 'ada@example.com' })
  })

  test('rejects with an error that both recognize', async () => {
    const client = here.createClient({ baseUrl, auth, fetch: () => text('Not found: ada', 404) })
    const error = await caught(there.whois(client, account))

    for (const { isErrorOf, isErrorOfKind, isUserApiError } of [here, there]) {
      expect(isUserApiError(error)).toBe(true)
      expect(isErrorOf('whois', error) && error.status === 404 && error.body).toBe('Not found: ada')
      expect(isErrorOfKind('status', error)).toBe(true)
      expect(isErrorOfKind('network', error)).toBe(false)
    }
  })

  test('resolves to that error where the call is safe', async () => {
    const client = here.createClient({ baseUrl, auth, fetch: () => text('Not found: ada', 404) })

    expect(await there.whois.safe(client, account)).toMatchObject({ ok: false, error: { status: 404 } })
  })

  test('knows what may be repeated, and reads page after page', async () => {
    const answers = [text('Unavailable', 503), json([{ email: 'ada@example.com' }])]
    const fetch = () => answers.shift() ?? json([])
    const client = here.createClient({ baseUrl, auth, retry: { baseDelay: 0 }, fetch })
    const emails: string[] = []
    for await (const user of there.listUsersAsSuperAdmin.items(client)) emails.push(user.email)

    expect(emails).toEqual(['ada@example.com'])
  })
})

describe('a client says which server it calls', () => {
  const token = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'

  test('by its base URL in its normal form, which is its scope too', () => {
    const client = here.createUserApi({ baseUrl: 'HTTP://LocalHost:80/api/', auth })

    expect([client.baseUrl, client.scope]).toEqual(['http://localhost/api', 'http://localhost/api'])
  })

  test('and whose results it gets, where it is told a scope', () => {
    expect(here.createClient({ baseUrl, auth, scope: 'ada@example.com' }).scope).toBe('ada@example.com')
  })

  test('and never with which token', () => {
    const client = here.createClient({ baseUrl, auth: { kind: 'bearer', token } })

    expect(inspect(client, { depth: 9, showHidden: true }) + JSON.stringify(client)).not.toContain(token)
    expect(Object.keys(client)).toEqual(['baseUrl', 'scope', '~call'])
  })
})
