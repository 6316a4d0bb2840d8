import { expect, test } from 'vitest'
import { type Fetch, runContract } from '../../src/index.ts'
import { admin, baseUrl, sharedSandbox } from '../sandbox.ts'

type Difference = (response: Response) => Promise<Response>

/** What a server may do otherwise without breaking the contract. */
const differences: readonly Difference[] = [
  // further headers
  onHeaders((headers) => headers.set('etag', '"1"')),
  // the charset that text has anyway
  onHeaders((headers) => {
    const type = headers.get('content-type')
    if (type !== null && !type.includes('charset')) headers.set('content-type', `${type}; charset=utf-8`)
  }),
  // more methods than the document has on a path
  onHeaders((headers) => headers.has('allow') && headers.append('allow', 'HEAD, OPTIONS')),
  // further attributes of a cookie
  onHeaders((headers) => widenCookies(headers)),
  // members in another order, and white space
  onJson((value) => mapObjects(value, (entries) => entries.reverse())),
  // members that nobody declared
  onJson((value) => mapObjects(value, (entries) => [...entries, ['avatar', null]])),
  // times with an offset and without fractions
  onText((text) => text.replaceAll(/\.\d+Z"/g, '+00:00"')),
  // other words after the kind of an error
  onError((text) => text.replace(/^([^:]+: ).*$/, '$1sorry')),
]

test('a server that differs in harmless ways alone raises no alarm', async () => {
  const sandbox = await sharedSandbox()
  const fetch: Fetch = async (request) => {
    let response = await sandbox.fetch(request)
    for (const difference of differences) response = await difference(response)
    return response
  }
  const report = await runContract({ baseUrl, admin, fetch, internal: true })
  expect(report.violations).toEqual([])
  expect(report.failed).toBe(0)
})

function onHeaders(change: (headers: Headers) => unknown): Difference {
  return async (response) => {
    const headers = new Headers(response.headers)
    change(headers)
    return new Response(response.body, { status: response.status, headers })
  }
}

function onText(change: (text: string) => string): Difference {
  return async (response) => {
    const text = await response.text()
    // 204 has no body, not even an empty one.
    return new Response(text === '' ? null : change(text), response)
  }
}

function onError(change: (text: string) => string): Difference {
  const changed = onText(change)
  // 401 is the one error that has no detail.
  return async (response) =>
    response.status >= 400 && response.status !== 401 ? changed(response) : response
}

function onJson(change: (value: unknown) => unknown): Difference {
  return async (response) => {
    if (!response.headers.get('content-type')?.startsWith('application/json')) return response
    return new Response(JSON.stringify(change(await response.json()), undefined, 4), response)
  }
}

function mapObjects(value: unknown, change: (entries: [string, unknown][]) => [string, unknown][]): unknown {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(change(Object.entries(value)))
}

function widenCookies(headers: Headers): void {
  const cookies = headers.getSetCookie()
  headers.delete('set-cookie')
  for (const cookie of cookies) headers.append('set-cookie', `${cookie}; Secure; Priority=High`)
}
