import { describe, expect, test } from 'vitest'
import {
  type AnyError,
  type CallOptions,
  createUserApi,
  type Fetch,
  isErrorOf,
  isErrorOfKind,
  isUserApiError,
} from '../index.ts'

const text = (body: string, status: number) =>
  new Response(body, { status, headers: { 'Content-Type': 'text/plain' } })

interface Failure {
  readonly fetch: Fetch
  readonly username?: string
  readonly options?: CallOptions
}

/** Each kind, and how a call comes to it. */
const failures: Readonly<Record<AnyError['kind'], Failure>> = {
  status: { fetch: () => text('Not found: demo has no member ada', 404) },
  'undeclared-status': { fetch: () => text('<html>', 502) },
  decode: { fetch: () => text('no JSON', 200) },
  network: { fetch: () => Promise.reject(new TypeError('no connection')) },
  timeout: { fetch: () => new Promise(() => {}), options: { timeout: 5 } },
  deadline: { fetch: () => new Promise(() => {}), options: { deadline: 5 } },
  aborted: { fetch: () => new Promise(() => {}), options: { signal: AbortSignal.abort() } },
  refused: { fetch: () => text('sent', 200), username: '..' },
}
// The names of an object are its keys.
const kinds = Object.keys(failures) as AnyError['kind'][]

async function caughtOf({ fetch, username = 'ada', options }: Failure): Promise<unknown> {
  const api = createUserApi({
    baseUrl: 'http://localhost:8000/api',
    auth: { kind: 'none' },
    retry: false,
    fetch,
  })
  const result = await api.whois.safe({ workspace: 'demo', username }, options)
  return result.ok ? undefined : result.error
}

describe.each(kinds)('a failure of the kind %s', (kind) => {
  test('is one of this package, of its operation, and of this kind alone', async () => {
    const caught = await caughtOf(failures[kind])

    expect(isUserApiError(caught)).toBe(true)
    expect([isErrorOf('whois', caught), isErrorOf('whoami', caught)]).toEqual([true, false])
    expect(kinds.filter((candidate) => isErrorOfKind(candidate, caught))).toEqual([kind])
  })
})

test.each([undefined, null, 'timeout', new Error('timeout'), { kind: 'timeout', operation: 'whois' }])(
  'what comes from elsewhere is none: %s',
  (caught) => {
    expect(isUserApiError(caught)).toBe(false)
    expect(isErrorOf('whois', caught)).toBe(false)
    expect(isErrorOfKind('timeout', caught)).toBe(false)
  },
)
