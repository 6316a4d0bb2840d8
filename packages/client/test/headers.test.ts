import { describe, expect, test } from 'vitest'
import { createUserApi } from '../src/index.ts'
import { baseUrl } from './support/server.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

function apiThatAnswers(body: string, contentType: string | undefined, status = 200) {
  const headers = contentType === undefined ? {} : { 'Content-Type': contentType }
  const fetch = () => new Response(bytes(body), { status, headers })
  return createUserApi({ baseUrl, auth: { kind: 'none' }, retry: false, fetch })
}

describe.each([
  undefined,
  '"application/json"',
  'application/json, application/json',
  ';charset=utf-8',
  'json',
])('a media type that a proxy took away or spoiled: %j', (contentType) => {
  test('makes no error of a right body', async () => {
    expect(await apiThatAnswers('["ada"]', contentType).listUsernames({ workspace: 'demo' })).toEqual(['ada'])
    expect(await apiThatAnswers('ada@example.com', contentType).getCurrentEmail()).toBe('ada@example.com')
  })

  test('makes no result of a wrong one', async () => {
    const result = await apiThatAnswers('<html>', contentType).listUsernames.safe({ workspace: 'demo' })
    expect(result).toMatchObject({ ok: false, error: { kind: 'decode' } })
  })

  test('leaves a failure its body', async () => {
    const result = await apiThatAnswers('Unauthorized', contentType, 401).getCurrentEmail.safe()
    expect(result).toMatchObject({ error: { kind: 'status', body: 'Unauthorized' } })
  })
})

test('headers that the fetch of a framework does not let be read are like none', async () => {
  const unreadable = (body: string, status: number) => {
    const response = new Response(bytes(body), { status, headers: { 'Content-Type': 'text/plain' } })
    response.headers.get = (name) => {
      throw new Error(`Failed to get response header "${name}"`)
    }
    return response
  }
  const answers = [unreadable('Unavailable: soon', 503), unreadable('ada@example.com', 200)]
  const seen: unknown[] = []
  const api = createUserApi({
    baseUrl,
    auth: { kind: 'none' },
    retry: { baseDelay: 0 },
    hooks: { onResponse: ({ status, requestId }) => void seen.push([status, requestId]) },
    fetch: async () => answers.shift() ?? Response.error(),
  })

  expect(await api.getCurrentEmail()).toBe('ada@example.com')
  expect(seen).toEqual([
    [503, null],
    [200, null],
  ])
})

test('what a server wrote is safe to print', async () => {
  const text = `Not found: \u001b]0;owned\u0007${'x'.repeat(5000)}`
  for (const status of [404, 502, 200]) {
    const api = apiThatAnswers(text, status === 200 ? 'text/html' : 'text/plain', status)
    const result = await api.whois.safe({ workspace: 'demo', username: 'ada' })
    if (result.ok || !('text' in result.error)) throw new TypeError('expected a failure with a text')
    expect(result.error.text).toMatch(/^Not found: %1B]0;owned%07x{4000,}$/)
    expect(result.error.text.length).toBeLessThanOrEqual(4110)
    if (status === 404) expect(result.error.body).toBe(result.error.text)
  }
})

test('the reason of a broken connection is safe to print', async () => {
  const fetch = () => Promise.reject(new TypeError(`certificate of \u001b[31m${'x'.repeat(9000)}`))
  const api = createUserApi({ baseUrl, auth: { kind: 'none' }, retry: false, fetch })

  expect(await api.logout.safe()).toMatchObject({
    error: { cause: { message: expect.stringMatching(/^certificate of %1B\[31mx{4000,4096}$/) } },
  })
})
