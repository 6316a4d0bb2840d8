import { type Caller, callers, inRandomOrder, password } from './callers.ts'

export interface LoadRequest {
  /** The path with everything that stands before it. */
  readonly path: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** A connection of autocannon. */
interface Connection {
  setRequests(requests: readonly LoadRequest[]): void
}

/** The part of autocannon that is used. Its connections take turns at the URLs, and each at its requests. */
export type Autocannon = (options: {
  readonly url: readonly string[]
  readonly connections: number
  readonly duration: number
  readonly setupClient: (connection: Connection) => void
}) => Promise<{
  readonly requests: { readonly total: number }
  /** In seconds. */
  readonly duration: number
  readonly latency: { readonly p50: number; readonly p99: number }
  readonly non2xx: number
  readonly errors: number
}>

/** What a load has come to; the times in milliseconds. */
export interface Measured {
  readonly requestsPerSecond: number
  readonly p50: number
  readonly p99: number
}

/** What somebody asks of a server whose paths begin with `base`. */
export type RequestOf = (base: string, caller: Caller) => LoadRequest

const json = { 'Content-Type': 'application/json' }

const get =
  (pathOf: (caller: Caller) => string): RequestOf =>
  (base, caller) => ({
    path: `${base}${pathOf(caller)}`,
    method: 'GET',
    headers: { Authorization: `Bearer ${caller.token}` },
  })

export const globalWhoami = get(() => '/users/whoami')
export const listUsers = get(({ workspace }) => `/w/${workspace}/users/list`)
export const listTokens = get(() => '/users/tokens/list')

export const createToken: RequestOf = (base, { token }) => ({
  path: `${base}/users/tokens/create`,
  method: 'POST',
  headers: { Authorization: `Bearer ${token}`, ...json },
  body: '{}',
})

export const login: RequestOf = (base, { email }) => ({
  path: `${base}/auth/login`,
  method: 'POST',
  headers: json,
  body: JSON.stringify({ email, password }),
})

interface Load {
  readonly autocannon: Autocannon
  /** One or more servers with the same paths. */
  readonly urls: readonly string[]
  readonly request: RequestOf
  /** Default: all. Each is on one of the connections, in a random order. */
  readonly from?: readonly Caller[]
  readonly connections: number
  readonly seconds: number
}

/** Sends requests by so many connections, as fast as they are answered. */
export async function load(options: Load): Promise<Measured> {
  const { autocannon, urls, request, from = callers, connections, seconds } = options
  const base = new URL(urls[0] ?? '').pathname.replace(/\/$/, '')
  const requests = from.map((caller) => request(base, caller))
  const shares = shareOut(inRandomOrder(requests, 1), connections)
  const result = await autocannon({
    url: urls,
    connections,
    duration: seconds,
    setupClient: (client) => client.setRequests(shares.pop() ?? requests),
  })
  const failed = result.non2xx + result.errors
  if (failed > 0) {
    throw new Error(
      `${requests[0]?.method} ${urls}${requests[0]?.path}: ${failed} answers were not as expected`,
    )
  }
  const { p50, p99 } = result.latency
  return { requestsPerSecond: result.requests.total / result.duration, p50, p99 }
}

/**
 * Deals items out like cards, to as many as there are, and to all where there are fewer items than hands. Autocannon builds every request of a
 * connection before it goes on to the next one: with all callers on each of 64, the first would wait a second for their answers.
 */
export function shareOut<Item>(items: readonly Item[], hands: number): Item[][] {
  return Array.from({ length: hands }, (_, hand) => {
    const share = items.filter((_item, place) => place % hands === hand)
    return share.length > 0 ? share : [...items]
  })
}

export function perSecond({ requestsPerSecond }: Measured): string {
  return Math.round(requestsPerSecond).toLocaleString('en')
}

/** Latencies are counted in whole milliseconds. */
export function latencies({ p50, p99 }: Measured): string {
  const whole = (milliseconds: number) => (milliseconds === 0 ? '< 1' : String(milliseconds))
  return `${whole(p50)}, ${whole(p99)} ms`
}
