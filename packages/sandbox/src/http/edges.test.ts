import { describe, expect, test } from 'vitest'
import { ada, useSandbox } from '../../test/use-sandbox.ts'

const { call, callAnyhow, fetch } = useSandbox()

const url = (path: string) => `http://localhost:8000${path}`

/** A request with a body of bytes or of text that is sent as it is. */
const post = (path: string, body: BodyInit | null, headers: Record<string, string> = {}) =>
  fetch(
    new Request(url(`/api${path}`), {
      method: 'POST',
      headers: { Authorization: `Bearer ${ada}`, ...headers },
      body,
    }),
  )

const json = { 'Content-Type': 'application/json' }

describe('a path', () => {
  test.each([
    '/',
    '/users/email',
    '/api',
    '/api/',
    '/api/users',
    '/api/nothing',
    '/apiusers/email',
    '/api//users/email',
  ])('%s is unknown to everybody', async (path) => {
    const response = await fetch(new Request(url(path)))
    expect([response.status, await response.text()]).toEqual([404, `Not found: there is no path ${path}`])
  })

  test('with a trailing slash is another one', async () => {
    expect(await callAnyhow('GET /users/email/', { as: ada })).toMatchObject({ status: 404 })
  })

  test('needs a value in the place of a parameter', async () => {
    expect(await call('DELETE /users/tokens/delete/', { as: ada })).toMatchObject({ status: 404 })
  })

  test('is found whatever the query', async () => {
    expect(await call('GET /users/email?x=%ZZ', { as: ada })).toMatchObject({ status: 200 })
  })
})

describe('a method', () => {
  test.each([
    ['PUT /users/email', 'GET, HEAD, OPTIONS'],
    ['GET /auth/login', 'POST, OPTIONS'],
    ['HEAD /auth/login', 'POST, OPTIONS'],
    ['PATCH /users/tokens/delete/x', 'DELETE, OPTIONS'],
  ])('%s is refused without credentials, with what is allowed', async (line, allow) => {
    const { status, headers } = await callAnyhow(line)
    expect([status, headers.get('Allow')]).toEqual([405, allow])
  })

  test('OPTIONS says what is allowed', async () => {
    const { status, body, headers } = await callAnyhow('OPTIONS /users/whoami')
    expect([status, body, headers.get('Allow')]).toEqual([204, '', 'GET, HEAD, OPTIONS'])
  })

  test('HEAD answers like GET without a body', async () => {
    const { status, body, headers } = await callAnyhow('HEAD /users/whoami', { as: ada })
    expect([status, body, headers.get('Content-Type')]).toEqual([200, '', 'application/json'])
    expect(await callAnyhow('HEAD /users/whoami')).toMatchObject({ status: 401, body: '' })
  })
})

describe('a body', () => {
  test('is ignored where the operation takes none', async () => {
    const response = await post('/users/logout', 'x'.repeat(2_000_000))
    expect(response.status).toBe(200)
  })

  test.each([
    ['no body at all', null, {}],
    ['a text', '{}', { 'Content-Type': 'text/plain' }],
    ['a form', 'label=ci', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['JSON by another name', '{}', { 'Content-Type': 'application/merge-patch+json' }],
  ])('that is %s gets 415', async (_case, body, headers) => {
    expect((await post('/users/tokens/create', body, headers)).status).toBe(415)
  })

  test.each([
    [{ 'Content-Encoding': 'gzip' }, 'an uncompressed body without Content-Encoding, got gzip'],
    [{ 'Content-Encoding': 'identity, br' }, 'an uncompressed body without Content-Encoding, got br'],
    [{ 'Content-Encoding': 'rot13' }, 'an uncompressed body without Content-Encoding, got rot13'],
    [{ 'Transfer-Encoding': 'gzip, chunked' }, 'an uncompressed body without Transfer-Encoding, got gzip'],
  ])('that is encoded gets 415, which says what was expected: %j', async (headers, expected) => {
    const response = await post('/users/tokens/create', '{}', { ...json, ...headers })
    expect([response.status, await response.text()]).toEqual([
      415,
      `Unsupported media type: expected ${expected}`,
    ])
    expect(response.headers.get('Accept-Encoding')).toBe('identity')
  })

  test('in another charset than UTF-8 gets 415', async () => {
    const response = await post('/users/tokens/create', '{}', {
      'Content-Type': 'application/json; charset=UTF-16',
    })
    expect([response.status, await response.text()]).toEqual([
      415,
      'Unsupported media type: expected the charset utf-8, got utf-16',
    ])
  })

  test('of an empty Content-Encoding or none by name is plain', async () => {
    for (const encoding of ['identity', '']) {
      const headers = { ...json, 'Content-Encoding': encoding }
      expect((await post('/users/tokens/create', '{}', headers)).status).toBe(201)
    }
  })

  test.each(['application/json; charset="UTF-8"', 'Application/JSON', 'application/json;x=y'])(
    'of the media type %s is JSON',
    async (contentType) => {
      expect((await post('/users/tokens/create', '{}', { 'Content-Type': contentType })).status).toBe(201)
    },
  )

  test.each([
    ['empty', ''],
    ['cut off', '{"label": "ci'],
    ['followed by more', '{} {}'],
    ['no JSON', 'label'],
    ['NaN', '{"label": NaN}'],
    ['begun by a byte order mark', '\ufeff{}'],
    ['broken UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['a surrogate in UTF-8', new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22])],
  ])('that is %s gets 400', async (_case, body) => {
    const response = await post('/users/tokens/create', body, json)
    expect([response.status, await response.text()]).toEqual([400, expect.stringMatching(/^Bad request: ./)])
  })

  test.each(['[]', 'null', '"text"', '7', 'true', '[{}]', `${'['.repeat(100_000)}${']'.repeat(100_000)}`])(
    'that is JSON but no object gets 422',
    async (body) => {
      expect((await post('/users/tokens/create', body, json)).status).toBe(422)
    },
  )

  test.each([
    '{"label": "ci", "unknown": 1}',
    '{"label": 7, "label": "ci"}',
    '{"__proto__": {"label": 7}}',
    '{"constructor": 1, "toString": null}',
    `{"other": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
    `{${Array.from({ length: 10_000 }, (_, index) => `"member${index}": ${index}`).join()}}`,
  ])('may have members that mean nothing', async (body) => {
    expect((await post('/users/tokens/create', body, json)).status).toBe(201)
  })

  test.each(['{"label": "a\\u0000b"}', '{"label": "a\\ud83d"}', '{"label": "\\udd11a"}'])(
    'with text that is none gets 422: %s',
    async (body) => {
      expect((await post('/users/tokens/create', body, json)).status).toBe(422)
    },
  )

  test('may have 1 MiB and no byte more', async () => {
    const padded = (size: number) => `{"x": "${'x'.repeat(size - 9)}"}`
    expect((await post('/users/tokens/create', padded(1_048_576), json)).status).toBe(201)
    expect((await post('/users/tokens/create', padded(1_048_577), json)).status).toBe(413)
  })

  test('is measured as it comes where it does not say its length', async () => {
    const chunk = new Uint8Array(600_000)
    const stream = new ReadableStream({ pull: (controller) => controller.enqueue(chunk) })
    const init = {
      method: 'POST',
      headers: { Authorization: `Bearer ${ada}`, ...json },
      body: stream,
      duplex: 'half',
    }
    const response = await fetch(new Request(url('/api/users/tokens/create'), init))
    expect(response.status).toBe(413)
  })
})
