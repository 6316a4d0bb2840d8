import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  byPath,
  createClient,
  createUser,
  createUserApi,
  type Fetch,
  listUsersAsSuperAdmin,
  whois,
} from '../src/index.ts'
import { styled } from '../src/runtime/styles.ts'
import { baseUrl, json, recordingServer, text } from './support/server.ts'

const ada = {
  email: 'ada@example.com',
  username: 'ada',
  is_admin: false,
  is_super_admin: false,
  created_at: '2026-11-02T09:00:00Z',
  operator: false,
  disabled: false,
}
const bearer = { kind: 'bearer', token: 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX' } as const

describe('the function of an operation', () => {
  test('puts path values, query values and the body where the document says', async () => {
    const server = recordingServer(({ method }) =>
      method === 'GET' ? json([]) : text('katherine added', 201),
    )
    const client = createClient({ baseUrl, auth: bearer, fetch: server.fetch })

    await listUsersAsSuperAdmin(client, { page: 2, per_page: 50 })
    await createUser(client, {
      workspace: 'demo',
      body: { email: 'katherine@example.com', username: 'katherine', is_admin: false },
    })

    const [list, add] = server.requests
    expect(`${list?.method} ${list?.url}`).toBe(`GET ${baseUrl}/users/list_as_super_admin?page=2&per_page=50`)
    expect(`${add?.method} ${add?.url}`).toBe(`POST ${baseUrl}/w/demo/users/add`)
    expect(add?.headers.get('Content-Type')).toBe('application/json')
    expect(await add?.json()).toEqual({
      email: 'katherine@example.com',
      username: 'katherine',
      is_admin: false,
    })
  })

  test('refuses a member of the input that is not a parameter, and sends nothing', async () => {
    const server = recordingServer(() => json(ada))
    const client = createClient({ baseUrl, auth: bearer, fetch: server.fetch })
    const account = { workspace: 'demo', username: 'ada', password: 'analytical-engine' }

    await expect(whois(client, account)).rejects.toThrow('refused password, expected inputs of whois')
    expect(server.requests).toEqual([])
  })

  test('adds the headers of the call, and leaves out optional values that are not given', async () => {
    const server = recordingServer(() => json([]))
    const client = createClient({ baseUrl, auth: bearer, fetch: server.fetch })

    await listUsersAsSuperAdmin(client, { page: undefined }, { headers: { 'X-Request-Id': 'd3adb33f' } })

    expect(server.requests[0]?.url).toBe(`${baseUrl}/users/list_as_super_admin`)
    expect(server.requests[0]?.headers.get('X-Request-Id')).toBe('d3adb33f')
  })
})

describe('headers of the call', () => {
  test('replace those of the client of the same name, whatever its case, but never the token', async () => {
    const server = recordingServer(() => text('password of ada@example.com updated'))
    const api = createUserApi({ baseUrl, auth: bearer, fetch: server.fetch })
    const headers = { authorization: 'Bearer other', 'content-type': 'application/json; charset=utf-8' }

    await api.setPassword({ body: { password: 'difference-engine' } }, { headers })

    const [sent] = server.requests
    expect(sent?.headers.get('Authorization')).toBe(`Bearer ${bearer.token}`)
    expect(sent?.headers.get('Content-Type')).toBe('application/json; charset=utf-8')
  })

  test.each(['first\nsecond', '\u{1f511}'])('that cannot be sent are refused: %j', async (value) => {
    const server = recordingServer(() => json([]))
    const client = createClient({ baseUrl, auth: bearer, fetch: server.fetch })
    const facts = {
      id: 'list',
      method: 'GET',
      path: '/list',
      responses: { 200: 'application/json' },
    }
    const asParameter = {
      ...facts,
      parameters: [['key', 'header', 'X-Key']],
      placed: styled,
    } as const

    await expect(client['~call'](asParameter, { key: value })).rejects.toMatchObject({ kind: 'refused' })
    await expect(
      client['~call']({ ...facts, parameters: [] }, {}, { headers: { 'X-Key': value } }),
    ).rejects.toMatchObject({ kind: 'refused' })
    expect(server.requests).toEqual([])

    await client['~call'](asParameter, { key: 7 })
    expect(server.requests[0]?.headers.get('X-Key')).toBe('7')
  })
})

describe('fetch', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('is the global one at the time of the call, which gets a URL and makes the only Request of it', async () => {
    const api = createUserApi({ baseUrl, auth: bearer })
    const fetch = vi.fn(async (url: string, init: RequestInit) => json([new Request(url, init).url]))
    vi.stubGlobal('fetch', fetch)

    expect(await api.listUsersAsSuperAdmin({ page: 2 })).toEqual([
      `${baseUrl}/users/list_as_super_admin?page=2`,
    ])
    expect(typeof fetch.mock.calls[0]?.[0]).toBe('string')
  })

  test('of the client is called as the global one is', async () => {
    const fetch = vi.fn<Fetch>(() => text('ada@example.com'))
    await createUserApi({ baseUrl, auth: bearer, fetch }).setPassword({ body: { password: 'engine' } })

    expect(fetch).toHaveBeenCalledExactlyOnceWith(`${baseUrl}/users/setpassword`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer.token}`, 'content-type': 'application/json' },
      body: '{"password":"engine"}',
      credentials: 'omit',
      redirect: 'manual',
      signal: expect.any(AbortSignal),
    })
  })

  test('gets headers in the same form, whoever adds some', async () => {
    const fetch = vi.fn<Fetch>(() => text('ada@example.com'))
    const api = createUserApi({ baseUrl, auth: bearer, fetch })
    await api.getCurrentEmail({}, { headers: { 'X-Request-Id': '7' } })

    expect(fetch.mock.calls[0]?.[1].headers).toEqual({
      authorization: `Bearer ${bearer.token}`,
      'x-request-id': '7',
    })
  })

  test('may be a server in the same process', async () => {
    const app = { fetch: async (request: Request) => text(`${request.method} ${request.url}`) }
    const api = createUserApi({
      baseUrl,
      auth: bearer,
      fetch: (url, init) => app.fetch(new Request(url, init)),
    })

    expect(await api.getCurrentEmail()).toBe(`GET ${baseUrl}/users/email`)
  })
})

describe('createUserApi', () => {
  test('offers every operation as a method that can be taken off', async () => {
    const api = createUserApi({ baseUrl, auth: bearer, fetch: () => json(ada) })
    const { whoami } = api

    expect(await whoami({ workspace: 'demo' })).toEqual(ada)
    expect(await whois(api, { workspace: 'demo', username: 'ada' })).toEqual(ada)
  })

  test('has the typed methods of openapi-fetch, with text as text', async () => {
    const server = recordingServer(({ url }) =>
      url.endsWith('email') ? text('ada@example.com') : json([ada]),
    )
    const api = createUserApi({ baseUrl, auth: bearer, fetch: server.fetch })

    const { GET } = byPath(api)
    const users = await GET('/w/{workspace}/users/list', { params: { path: { workspace: 'demo' } } })
    const email = await GET('/users/email')

    expect(users.data).toEqual([ada])
    expect(email.data).toBe('ada@example.com')
    expect(server.requests[0]?.headers.get('Authorization')).toBe(`Bearer ${bearer.token}`)
  })
})
