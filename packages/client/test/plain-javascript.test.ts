import { describe, expect, test } from 'vitest'
import { byPath, type Client, createClient, createUserApi, globalWhoami } from '../src/index.ts'
import { chosen } from '../src/runtime/choices.ts'
import type { Run } from '../src/runtime/facts.ts'
import { writeJson } from '../src/runtime/json.ts'
import { isStream, writeAsIs, writeForm, writeParts, written } from '../src/runtime/other-bodies.ts'
import { placed } from '../src/runtime/parameters.ts'
import { baseUrl, json, recordingServer } from './support/server.ts'

/** Functions as JavaScript sees them: without types. */
type Untyped = Record<string, (...values: unknown[]) => Promise<unknown>>

function untyped(options: object = {}) {
  const server = recordingServer(() => json([]))
  const make = createUserApi as unknown as (options: unknown) => Client & Untyped
  const api = make({ baseUrl, auth: { kind: 'none' }, fetch: server.fetch, ...options })
  return { api, paths: byPath(api) as unknown as Untyped, server }
}

const refused = (argument: string, expected: string) => ({
  kind: 'refused',
  argument,
  message: expect.stringContaining(`refused ${argument}, expected ${expected}`),
})

const optionNames = 'fetch,hooks,retry,headers,'
const hookNames = 'onRequest,onResponse,onRetry,onError'

describe('a function without a client', () => {
  const call = globalWhoami as unknown as (...values: unknown[]) => Promise<unknown>

  test.each([[], [null], [{}], [{ workspace: 'demo' }], ['http://localhost:8000/api'], [createClient]])(
    'says what to pass instead of %j',
    async (...values) => {
      await expect(call(...values)).rejects.toThrow(TypeError('globalWhoami expected a Client'))
    },
  )

  test('throws as any mistake in a program does, also where calls resolve in any case', async () => {
    await expect(globalWhoami.safe(undefined as unknown as Client)).rejects.toThrow(TypeError)
  })
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

  test('inside a body', async () => {
    const { api, server } = untyped()
    const body = { label: null, scopes: undefined, expiration: [null] }
    await api['createToken']?.({ body }).catch(() => {})

    expect(await server.requests[0]?.json()).toEqual({ label: null, expiration: [null] })
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

  test('the query of a call by path as URLSearchParams', async () => {
    const { paths, server } = untyped()
    await paths['GET']?.('/users/list_as_super_admin', { params: { query: new URLSearchParams('page=2') } })

    expect(server.requests[0]?.url).toBe(`${baseUrl}/users/list_as_super_admin?page=2`)
  })

  test('numbers as texts, and dates', async () => {
    const { api, server } = untyped()
    await api['listUsersAsSuperAdmin']?.({ page: '2', per_page: new Date(0) })
    await api['createToken']?.({ body: { expiration: new Date(0) } }).catch(() => {})

    const [list, create] = server.requests
    expect(list?.url).toContain('?page=2&per_page=1970-01-01T00%3A00%3A00.000Z')
    expect(await create?.json()).toEqual({ expiration: '1970-01-01T00:00:00.000Z' })
  })

  test.each([false, 0, '', { retries: 0 }])('no retries: %j', async (retry) => {
    let count = 0
    const fetch = () => {
      count += 1
      return new Response('', { status: 503 })
    }
    const { api } = untyped({ fetch, retry })
    await api['listTokens']?.().catch(() => {})

    expect(count).toBe(1)
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
    [
      'a member that the operation does not take',
      { pgae: 2 },
      refused('pgae', 'inputs of listUsersAsSuperAdmin'),
    ],
    [
      'what another client calls the query',
      { query: { page: 2 } },
      refused('query', 'inputs of listUsersAsSuperAdmin'),
    ],
    ['NaN in the query', { page: Number.NaN }, refused('page', 'text, number or Date')],
    [
      'an infinite number in the query',
      { per_page: Number.POSITIVE_INFINITY },
      refused('per_page', 'text, number or Date'),
    ],
    ['a symbol in the query', { page: Symbol('first') }, refused('page', 'text, number or Date')],
    ['a text as input', 'page=2', refused('input', 'a plain object')],
    ['a number as input', 2, refused('input', 'a plain object')],
    ['a list as input', ['page'], refused('input', 'a plain object')],
    ['a promise as input', Promise.resolve({ page: 2 }), refused('input', 'a plain object')],
    ['one name twice', new URLSearchParams('page=1&page=2'), refused('input', 'a plain object')],
    ['a URL as input', new URL('http://localhost/?page=2'), refused('input', 'a plain object')],
    [
      'a body that a GET cannot have',
      { body: { page: 2 } },
      refused('body', 'inputs of listUsersAsSuperAdmin'),
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
    ['undefined in a list', { scopes: ['read', undefined] }],
    ['NaN inside', { seconds: Number.NaN }],
    ['an infinite number inside', { seconds: Number.POSITIVE_INFINITY }],
    ['a function inside', { email: () => 'ada@example.com' }],
    ['an error inside', { reason: new RangeError('no') }],
    ['a pattern inside', { pattern: /ada/ }],
    ['a symbol inside', { email: Symbol('ada') }],
    ['an error', new Error('no')],
    ['a function', () => ({ email: 'ada@example.com' })],
    ['a date inside that is not valid', { expiration: new Date('tomorrow') }],
    ['a bigint', { seconds: 7n }],
    ['a circle', circle()],
    ['bytes inside', { picture: new Uint8Array(1) }],
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

  test('as headers: names and values in turn', async () => {
    const { api, server } = untyped()
    const headers = ['X-Trace', '1']

    await expect(api['listTokens']?.({}, { headers })).rejects.toMatchObject(
      refused('headers', 'a plain object'),
    )
    expect(server.requests).toEqual([])
  })

  test.each<[string, Iterable<[string, string]>]>([
    [
      'pairs',
      [
        ['X-Trace', '1'],
        ['X-Trace', '2'],
      ],
    ],
    ['a query', new URLSearchParams('X-Trace=1&X-Trace=2')],
  ])('as headers: one name twice, in %s', async (_, headers) => {
    const { api, server } = untyped()

    await expect(api['listTokens']?.({}, { headers })).rejects.toMatchObject(
      refused('headers', 'a plain object'),
    )
    expect(server.requests).toEqual([])
  })

  test.each([undefined, null, {}, 'Bearer token', ''])('as token: %j', async (token) => {
    const { api, server } = untyped({ auth: { kind: 'bearer', token } })

    await expect(api['listTokens']?.()).rejects.toMatchObject(refused('token', 'text, not "Bearer"'))
    expect(server.requests).toEqual([])
  })

  test.each([undefined, null, {}, { token: 'x' }, { kind: 'Bearer', token: 'x' }, 'x'])(
    'as auth: %j',
    (auth) => {
      expect(() => untyped({ auth })).toThrow('refused auth, expected kind bearer, cookie or none')
    },
  )

  test.each([
    { kind: 'bearer', token: 'x', refresh: () => 'y' },
    { kind: 'bearer', token: 'x', username: 'ada' },
    { kind: 'cookie', name: 'token' },
  ])('as auth: a member that is not known, in %j', (auth) => {
    expect(() => untyped({ auth })).toThrow(
      'refused auth, expected kind bearer, cookie or none, token, or renewing()',
    )
  })

  test.each([undefined, null, 7, {}, ''])('as base URL: %j', (base) => {
    expect(() => untyped({ baseUrl: base })).toThrow('refused baseUrl, expected http://host')
  })

  test.each<[option: string, value: unknown, expected: string]>([
    ['timeout', Number.NaN, 'number'],
    ['timeout', '5 s', 'number'],
    ['timeout', {}, 'number'],
    ['deadline', Number.NaN, 'number'],
    ['retry', 'twice', 'a plain object'],
    ['retry', 3, 'a plain object'],
    ['fetch', {}, 'function'],
    ['hooks', () => {}, 'a plain object'],
    ['validate', {}, 'function'],
    ['headers', 'X-Request-Id: 7', 'object'],
    ['signal', {}, 'AbortSignal'],
    ['signal', new AbortController(), 'AbortSignal'],
    ['timeout', '', 'number'],
    ['timeout', true, 'number'],
    ['timeout', false, 'number'],
    ['timeout', [], 'number'],
    ['retry', true, 'a plain object'],
    ['timeout', '5000', 'number'],
    ['timout', 500, optionNames],
    ['onError', () => {}, optionNames],
  ])('as option `%s`: %j', async (option, value, expected) => {
    const { api, server } = untyped()

    expect(() => untyped({ [option]: value })).toThrow(`refused ${option}, expected ${expected}`)
    await expect(api['listTokens']?.({}, { [option]: value })).rejects.toMatchObject(
      refused(option, expected),
    )
    expect(server.requests).toEqual([])
  })

  test.each<[option: string, member: string, value: unknown, expected: string]>([
    ['retry', 'retries', 'many', 'number'],
    ['retry', 'baseDelay', Number.NaN, 'number'],
    ['retry', 'retires', 5, optionNames],
    ['hooks', 'onResponse', 'log', 'function'],
    ['hooks', 'onResponce', () => {}, hookNames],
  ])('in option `%s`: %s %j', async (option, member, value, expected) => {
    const { api, server } = untyped()
    const options = { [option]: { [member]: value } }

    expect(() => untyped(options)).toThrow(`refused ${member}, expected ${expected}`)
    await expect(api['listTokens']?.({}, options)).rejects.toMatchObject(refused(member, expected))
    expect(server.requests).toEqual([])
  })

  test.each(['signal', 7, true, new AbortController(), AbortSignal.abort(), Promise.resolve({ timeout: 5 })])(
    'as options of a call: %o',
    async (options) => {
      const { api, server } = untyped()

      await expect(api['listTokens']?.({}, options)).rejects.toMatchObject(
        refused('options', 'a plain object'),
      )
      expect(server.requests).toEqual([])
    },
  )

  test('as options of a call: another account', async () => {
    const { api } = untyped()
    const auth = { kind: 'bearer', token: 'x' }

    await expect(api['listTokens']?.({}, { auth })).rejects.toMatchObject(refused('auth', optionNames))
  })

  test('as input: a body of an operation that takes none', async () => {
    const { api, server } = untyped()

    await expect(api['logout']?.({ body: { all: true } })).rejects.toMatchObject(
      refused('body', 'inputs of logout'),
    )
    expect(server.requests).toEqual([])
  })

  test('as input: what a library passes to a function of its own', async () => {
    const { api, server } = untyped()
    // As in `useQuery({ queryKey, queryFn: api.globalWhoami })`.
    const context = { client: {}, queryKey: ['me'], signal: new AbortController().signal, meta: undefined }

    await expect(api['globalWhoami']?.(context)).rejects.toMatchObject(
      refused('client', 'inputs of globalWhoami'),
    )
    expect(server.requests).toEqual([])
  })

  test('as options: what a library passes to a function of its own', async () => {
    const { api, server } = untyped()
    // As in `useMutation({ mutationFn: api.acceptInvite })`.
    const context = { client: {}, meta: undefined, mutationKey: undefined }

    await expect(api['acceptInvite']?.({ body: {} }, context)).rejects.toMatchObject(
      refused('client', optionNames),
    )
    expect(server.requests).toEqual([])
  })

  test.each<[unknown, unknown]>([
    ['page=2', undefined],
    [['page'], undefined],
    [{ pgae: 2 }, undefined],
    [{}, 'signal'],
    [{}, { timeout: Number.NaN }],
  ])('and `safe` resolves to the error: %j, %j', async (input, options) => {
    const server = recordingServer(() => json([]))
    const api = createUserApi({ baseUrl, auth: { kind: 'none' }, fetch: server.fetch })

    await expect(api.listTokens.safe(input as never, options as never)).resolves.toMatchObject({
      ok: false,
      error: { kind: 'refused' },
    })
    expect(server.requests).toEqual([])
  })

  test('in a call by path', async () => {
    const { paths, server } = untyped()
    const path = '/users/list_as_super_admin'

    await expect(paths['GET']?.(path, { params: { query: { pgae: 2 } } })).rejects.toMatchObject(
      refused('query.pgae', 'inputs of listUsersAsSuperAdmin'),
    )
    await expect(paths['GET']?.(path, { parseAs: 'text' })).rejects.toMatchObject(
      refused('parseAs', optionNames),
    )
    await expect(paths['GET']?.('/users')).rejects.toMatchObject(refused('path', 'documented'))
    expect(server.requests).toEqual([])
  })

  test('as options: nothing', () => {
    expect(() => (createUserApi as () => unknown)()).toThrow('refused baseUrl, expected http://host')
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

  describe('a parameter', () => {
    const facts = {
      id: 'x',
      method: 'GET',
      path: '/{id}',
      responses: {},
      parameters: [['query_id', 'query', 'id']],
    } as const
    // All of a call that it looks at.
    const run = { facts, event: { operation: 'x', method: 'GET', url: '' } } as unknown as Run

    test('goes to its place', () => {
      expect(placed(run, { id: 'ada', query_id: 7 })).toEqual({ path: '/ada?id=7' })
    })

    test('that the operation does not have is refused', () => {
      expect(() => placed(run, { id: 'ada', other: 7 })).toThrow('refused other, expected inputs of x')
    })
  })

  describe('what an operation lets the caller choose', () => {
    const facts = { id: 'x', method: 'POST', path: '/{id}', responses: {} } as const
    const servers = [{ url: 'https://one.example' }, { url: 'https://two.example' }]
    const bodies = { 'application/json': writeJson, 'text/plain': written('text/plain', writeAsIs) }
    const newRun = () =>
      ({ facts, baseUrl, event: { operation: 'x', method: 'POST', url: '' } }) as unknown as Run

    test('leaves the input, so that nothing of it is unknown', () => {
      const [input, run] = [{ id: 'ada', contentType: 'text/plain', server: 'https://two.example' }, newRun()]

      expect(chosen({ bodies, servers })(run, input).writeBody?.('hi', run)).toEqual({
        body: 'hi',
        headers: { 'content-type': 'text/plain' },
      })
      expect(input).toEqual({ id: 'ada' })
      expect(run.baseUrl).toBe('https://two.example')
    })
  })
})

function circle(): object {
  const all: { self?: object } = {}
  all.self = all
  return all
}
