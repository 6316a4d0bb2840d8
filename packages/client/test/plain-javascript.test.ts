import { describe, expect, test } from 'vitest'
import { type Client, createUserApi } from '../src/index.ts'
import { isStream, writeAsIs, writeForm, writeParts } from '../src/runtime/other-bodies.ts'
import { placed } from '../src/runtime/parameters.ts'
import type { Run } from '../src/runtime/run.ts'
import { baseUrl, json, recordingServer } from './support/server.ts'

/** Functions as JavaScript sees them: without types. */
type Untyped = Record<string, (...values: unknown[]) => Promise<unknown>>

function untyped(options: object = {}) {
  const server = recordingServer(() => json([]))
  const make = createUserApi as unknown as (options: unknown) => Client & Untyped
  return { api: make({ baseUrl, auth: { kind: 'none' }, fetch: server.fetch, ...options }), server }
}

const refused = (argument: string, expected: string) => ({
  kind: 'refused',
  argument,
  message: expect.stringContaining(`refused ${argument}, expected ${expected}`),
})

describe('null and undefined are as good as nothing', () => {
  test.each([
    [null, null],
    [undefined, undefined],
    [
      { page: null, per_page: undefined },
      { signal: null, headers: null, retry: null, timeout: undefined },
    ],
  ])('in the input %j and the options %j', async (input, options) => {
    const { api, server } = untyped({ hooks: null, retry: null, timeout: null, validate: null, scope: null })
    await api['listUsersAsSuperAdmin']?.(input, options)

    expect(server.requests[0]?.url).toBe(`${baseUrl}/users/list_as_super_admin`)
  })

  test('in a body', async () => {
    const { api, server } = untyped()
    await api['login']?.({ body: null }).catch(() => {})

    expect(await server.requests[0]?.text()).toBe('')
  })

  test('among headers', async () => {
    const { api, server } = untyped()
    await api['listTokens']?.({}, { headers: { 'X-Trace': undefined, 'X-Request-Id': null, 'X-Number': 7 } })

    const [sent] = server.requests
    expect([...(sent?.headers ?? [])]).toEqual([['x-number', '7']])
  })
})

describe('what is obviously meant works', () => {
  test.each<[string, unknown]>([
    ['an instance of Headers', new Headers({ 'X-Request-Id': '7' })],
    ['pairs', [['X-Request-Id', '7']]],
    ['a Map', new Map([['X-Request-Id', '7']])],
  ])('headers as %s', async (_, headers) => {
    const { api, server } = untyped()
    await api['listTokens']?.({}, { headers })

    expect(server.requests[0]?.headers.get('X-Request-Id')).toBe('7')
  })

  test('a URL as base', async () => {
    const { api, server } = untyped({ baseUrl: new URL('http://LOCALHOST:80/api/') })
    await api['listTokens']?.()

    expect(api.baseUrl).toBe('http://localhost/api')
    expect(server.requests[0]?.url).toBe('http://localhost/api/users/tokens/list')
  })

  test('numbers as texts, and dates', async () => {
    const { api, server } = untyped({ timeout: '5000', deadline: '5000', retry: 1 })
    await api['listUsersAsSuperAdmin']?.({ page: '2', per_page: new Date(0) })
    await api['createToken']?.({ body: { expiration: new Date(0) } }).catch(() => {})

    const [list, create] = server.requests
    expect(list?.url).toContain('?page=2&per_page=1970-01-01T00%3A00%3A00.000Z')
    expect(await create?.json()).toEqual({ expiration: '1970-01-01T00:00:00.000Z' })
  })

  test.each([
    { retry: 'yes' },
    { retry: Number.NaN },
    { retry: { retries: 'many' } },
    { retry: { baseDelay: Number.NaN } },
  ])('what is no number makes no call again: %j', async (options) => {
    let count = 0
    const fetch = () => {
      count += 1
      return new Response('', { status: 503 })
    }
    const { api } = untyped({ fetch, ...options })
    await api['listTokens']?.().catch(() => {})

    expect(count).toBe(1)
  })

  test('a number of retries', async () => {
    let count = 0
    const fetch = () => {
      count += 1
      return new Response('', { status: 503 })
    }
    const { api } = untyped({ fetch, retry: 1 })
    await api['listTokens']?.().catch(() => {})

    expect(count).toBe(2)
  })
})

describe('anything else is refused, and nothing is sent', () => {
  test.each<[string, unknown, object]>([
    ['an object in the query', { page: { from: 1 } }, refused('page', 'text, number or Date')],
    ['a function in the query', { page: () => 1 }, refused('page', 'text, number or Date')],
    [
      'a date that is not valid in the query',
      { page: new Date('x') },
      refused('page', 'text, number or Date'),
    ],
  ])('%s', async (_, input, error) => {
    const { api, server } = untyped()

    await expect(api['listUsersAsSuperAdmin']?.(input)).rejects.toMatchObject(error)
    expect(server.requests).toEqual([])
  })

  test.each<[string, unknown]>([
    ['JSON that is written already', '{"email":"ada@example.com"}'],
    ['a form', new URLSearchParams({ email: 'ada@example.com' })],
    ['a form with files', new FormData()],
    ['a Map', new Map([['email', 'ada@example.com']])],
    ['a Set inside', { emails: new Set(['ada@example.com']) }],
    ['a promise inside', { email: Promise.resolve('ada@example.com') }],
    ['NaN inside', { seconds: Number.NaN }],
    ['a date inside that is not valid', { expiration: new Date('tomorrow') }],
    ['a bigint', { seconds: 7n }],
    ['a circle', circle()],
    ['a Blob', new Blob(['{}'])],
  ])('as body: %s', async (_, body) => {
    const { api, server } = untyped()

    await expect(api['login']?.({ body })).rejects.toMatchObject(refused('body', 'a plain object'))
    expect(server.requests).toEqual([])
  })

  test.each([[{ 'X-Trace': {} }], [{ 'X-Trace': [1] }]])('as headers: %j', async (headers) => {
    const { api } = untyped()

    await expect(api['listTokens']?.({}, { headers })).rejects.toMatchObject(refused('X-Trace', 'text'))
  })

  test.each([undefined, null, 7, 'Bearer token', ''])('as token: %j', async (token) => {
    const { api, server } = untyped({ auth: { kind: 'bearer', token } })

    await expect(api['listTokens']?.()).rejects.toMatchObject(
      refused('token', 'visible ASCII without "Bearer"'),
    )
    expect(server.requests).toEqual([])
  })

  test.each([undefined, null, {}, { token: 'x' }, { kind: 'Bearer', token: 'x' }, 'x'])(
    'as auth: %j',
    (auth) => {
      expect(() => untyped({ auth })).toThrow('refused auth, expected kind bearer, cookie or none')
    },
  )

  test.each([undefined, null, 7, {}, ''])('as base URL: %j', (base) => {
    expect(() => untyped({ baseUrl: base })).toThrow('refused baseUrl, expected an http(s) URL')
  })

  test('as options: nothing', () => {
    expect(() => (createUserApi as () => unknown)()).toThrow('refused baseUrl, expected an http(s) URL')
  })
})

describe('bodies of other media types', () => {
  test('a form has dates and numbers as texts, and nothing of what is not given', () => {
    expect(String(writeForm({ since: new Date(0), page: 2, name: undefined, sort: null }))).toBe(
      'since=1970-01-01T00%3A00%3A00.000Z&page=2',
    )
  })

  test('a form has a list as one entry for each item, and an object as JSON', () => {
    expect(String(writeForm({ id: [1, 2], at: { x: 1 } }))).toBe('id=1&id=2&at=%7B%22x%22%3A1%7D')
  })

  test('a form of parts has bytes as they are, and JSON with its media type', async () => {
    const body = writeParts({ note: 'text/markdown' })({
      note: '*hi*',
      file: new Blob(['x']),
      at: { x: 1 },
      id: 7,
    })
    const types = [...body].map(([name, part]) => [name, part instanceof Blob ? part.type : part])
    expect(types).toEqual([
      ['note', 'text/markdown'],
      ['file', ''],
      ['at', 'application/json'],
      ['id', '7'],
    ])
    const form = new FormData()
    expect(writeParts()(form)).toBe(form)
  })

  test('bytes are none that would be sent as [object Object]', () => {
    expect(() => writeAsIs({ a: 1 })).toThrow(TypeError)
    expect(writeAsIs('text')).toBe('text')
    expect(isStream(new Blob([]).stream())).toBe(true)
    expect(isStream('text')).toBe(false)
  })

  test('a parameter goes to its place', () => {
    const facts = {
      id: 'x',
      method: 'GET',
      path: '/{id}',
      responses: {},
      rare: {},
      parameters: [
        ['query_id', 'query', 'id'],
        ['X-Trace', 'header'],
        ['path_id', 'path', 'id'],
      ],
    } as const
    const input = { path_id: 'ada', query_id: 7, 'X-Trace': '1' }

    // All of a call that it looks at.
    const run = { facts, event: { operation: 'x', method: 'GET', url: '' } } as unknown as Run
    expect(placed(run, input)).toEqual({
      path: '/ada',
      header: { 'X-Trace': '1' },
      search: 'id=7',
    })
  })
})

function circle(): object {
  const all: { self?: object } = {}
  all.self = all
  return all
}
