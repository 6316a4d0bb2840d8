import { describe, expect, test } from 'vitest'
import { createUserApi, DecodeError, NetworkError, StatusError, UndeclaredStatusError } from '../src/index.ts'
import { caught } from './support/caught.ts'
import { baseUrl, json, text } from './support/server.ts'

function apiThatAnswers(answer: () => Response | Promise<Response>) {
  return createUserApi({ baseUrl, auth: { kind: 'none' }, fetch: answer })
}

/** A body that breaks off after its first bytes. */
function broken(): ReadableStream<Uint8Array> {
  let isStarted = false
  return new ReadableStream({
    pull(controller) {
      if (isStarted) controller.error(new TypeError('terminated'))
      else controller.enqueue(new TextEncoder().encode('{"email"'))
      isStarted = true
    },
  })
}

describe('a success', () => {
  test('of text is a string, also where it looks like JSON', async () => {
    expect(await apiThatAnswers(() => text('"42"')).getCurrentEmail()).toBe('"42"')
  })

  test('of text may be empty', async () => {
    expect(await apiThatAnswers(() => text('')).logout()).toBe('')
  })

  test.each(['application/json', 'Application/JSON; charset=utf-8'])('of %s is parsed', async (type) => {
    const answer = () => new Response('["ada"]', { headers: { 'Content-Type': type } })
    expect(await apiThatAnswers(answer).listUsernames({ workspace: 'demo' })).toEqual(['ada'])
  })

  test('may be checked by a validator that takes its time', async () => {
    const validate = async (_: string, value: unknown) =>
      value === 'ada@example.com' ? undefined : 'body is another address'
    const answers = [text('ada@example.com'), text('grace@example.com')]
    const fetch = () => answers.shift() ?? text('', 500)
    const api = createUserApi({ baseUrl, auth: { kind: 'none' }, fetch, validate })

    expect(await api.getCurrentEmail()).toBe('ada@example.com')
    await expect(api.getCurrentEmail()).rejects.toMatchObject({
      kind: 'decode',
      message: expect.stringContaining('but body is another address'),
    })
  })

  test('of JSON may be null', async () => {
    expect(await apiThatAnswers(() => json(null)).listUsernames({ workspace: 'demo' })).toBeNull()
  })
})

describe('a success with another body than the documented one is a DecodeError', () => {
  const answers: Record<string, () => Response> = {
    'text for JSON': () => text('[]'),
    'HTML for JSON': () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } }),
    'HTML without a media type': () => new Response(new TextEncoder().encode('<html>')),
    'broken JSON': () => new Response('["ada"', { headers: { 'Content-Type': 'application/json' } }),
    'empty JSON': () => new Response('', { headers: { 'Content-Type': 'application/json' } }),
    'no body': () => new Response(null, { headers: { 'Content-Length': '0' } }),
  }

  test.each(Object.keys(answers))('%s', async (name) => {
    const error = await caught(apiThatAnswers(() => answers[name]?.() ?? text('')).listTokens())

    expect(error).toBeInstanceOf(DecodeError)
    expect(error).toMatchObject({ kind: 'decode', operation: 'listTokens', status: 200, body: undefined })
  })

  test('and keeps the text', async () => {
    const error = await caught(apiThatAnswers(() => json({ token: 'x' })).getCurrentEmail())

    expect(error).toMatchObject({ text: '{"token":"x"}', body: undefined })
    expect(error).toHaveProperty(
      'message',
      `answered 200, but not with text/plain: GET ${baseUrl}/users/email`,
    )
  })
})

describe('a failure', () => {
  test('that the document names has its body', async () => {
    const answer = () => text('Bad request: 42 is reserved', 400, { 'X-Request-Id': '7' })
    const error = await caught(
      apiThatAnswers(answer).login({ body: { email: 'ada@example.com', password: 'x' } }),
    )

    expect(error).toBeInstanceOf(StatusError)
    expect(error).toMatchObject({ kind: 'status', status: 400, body: 'Bad request: 42 is reserved' })
    expect(error).toHaveProperty('message', `answered 400: POST ${baseUrl}/auth/login`)
    expect(error instanceof StatusError && error.response.headers.get('X-Request-Id')).toBe('7')
  })

  test.each([
    ['an empty body', () => text('', 401)],
    [
      'another media type',
      () => new Response('<html>', { status: 401, headers: { 'Content-Type': 'text/html' } }),
    ],
  ])('that the document names keeps its status with %s', async (_, answer) => {
    expect(await caught(apiThatAnswers(answer).globalWhoami())).toMatchObject({
      kind: 'status',
      status: 401,
      body: undefined,
    })
  })

  test('of text that is JSON by chance stays text', async () => {
    const error = await caught(apiThatAnswers(() => text('null', 401)).globalWhoami())

    expect(error).toMatchObject({ body: 'null', text: 'null' })
  })

  test.each([502, 500, 204, 206, 302, 304, 404])(
    'of status %i, which is undocumented, keeps its text',
    async (status) => {
      const hasBody = status !== 204 && status !== 304
      const answer = () => new Response(hasBody ? '<html>'.repeat(1000) : null, { status })
      const error = await caught(apiThatAnswers(answer).globalWhoami())

      expect(error).toBeInstanceOf(UndeclaredStatusError)
      expect(error).toMatchObject({ kind: 'undeclared-status', status, body: undefined })
      expect(error instanceof UndeclaredStatusError && error.text.length).toBe(hasBody ? 4096 : 0)
    },
  )

  test('before an answer is a NetworkError', async () => {
    const cause = new TypeError('fetch failed')
    const error = await caught(apiThatAnswers(() => Promise.reject(cause)).logout())

    expect(error).toBeInstanceOf(NetworkError)
    expect(error).toMatchObject({
      kind: 'network',
      operation: 'logout',
      method: 'POST',
      url: `${baseUrl}/users/logout`,
      cause,
    })
  })

  test.each([200, 401, 502])('in the middle of a body of status %i is a NetworkError', async (status) => {
    const answer = () => new Response(broken(), { status, headers: { 'Content-Type': 'application/json' } })

    expect(await caught(apiThatAnswers(answer).globalWhoami())).toMatchObject({ kind: 'network' })
  })
})

describe('a signal', () => {
  test('that fired before sends nothing on', async () => {
    const api = createUserApi({
      baseUrl,
      auth: { kind: 'none' },
      fetch: (_, { signal }) => {
        signal.throwIfAborted()
        return text('sent')
      },
    })
    const error = await caught(api.logout({}, { signal: AbortSignal.abort(new Error('changed my mind')) }))

    expect(error).toMatchObject({
      kind: 'aborted',
      operation: 'logout',
      cause: { message: 'changed my mind' },
    })
  })

  test('that fires while the body arrives aborts the call', async () => {
    const controller = new AbortController()
    const api = apiThatAnswers(() => {
      queueMicrotask(() => controller.abort())
      return new Response(broken(), { headers: { 'Content-Type': 'text/plain' } })
    })

    expect(await caught(api.logout({}, { signal: controller.signal }))).toMatchObject({ kind: 'aborted' })
  })
})
