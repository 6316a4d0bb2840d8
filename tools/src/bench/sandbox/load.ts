import type { BenchedServer } from './servers.ts'

export interface LoadRequest {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** The part of autocannon that is used. */
export type Autocannon = (
  options: LoadRequest & { readonly connections: number; readonly duration: number },
) => Promise<{
  readonly requests: { readonly average: number }
  readonly latency: { readonly p50: number; readonly p99: number }
  readonly non2xx: number
  readonly errors: number
}>

const json = { 'Content-Type': 'application/json' }
const grace = JSON.stringify({ email: 'grace@example.com', password: 'nanoseconds-matter' })

/** What is asked of a server. A sandbox gets a workspace of a hundred members first. */
export async function prepare({ url }: BenchedServer): Promise<Record<string, LoadRequest>> {
  const login = { url: `${url}/auth/login`, method: 'POST', headers: json, body: grace }
  const token = await (await fetch(login.url, login)).text()
  const headers = { Authorization: `Bearer ${token}` }
  for (let number = 4; number <= 100; number += 1) {
    const body = { email: `person${number}@example.com`, username: `person${number}`, is_admin: false }
    const init = { method: 'POST', headers: { ...headers, ...json }, body: JSON.stringify(body) }
    await (await fetch(`${url}/w/demo/users/add`, init)).text()
  }
  return {
    globalWhoami: { url: `${url}/users/whoami`, method: 'GET', headers },
    'listUsers (100)': { url: `${url}/w/demo/users/list`, method: 'GET', headers },
    createToken: {
      url: `${url}/users/tokens/create`,
      method: 'POST',
      headers: { ...headers, ...json },
      body: '{}',
    },
    login,
  }
}

/** Requests per second, and the median and 99th percentile in milliseconds. */
export async function measured(
  autocannon: Autocannon,
  request: LoadRequest,
  connections: number,
  duration: number,
): Promise<string[]> {
  const { requests, latency, non2xx, errors } = await autocannon({ ...request, connections, duration })
  const failed = non2xx + errors
  if (failed > 0)
    throw new Error(`${request.method} ${request.url}: ${failed} answers were not as they should be`)
  return [Math.round(requests.average).toLocaleString('en'), `${latency.p50}, ${latency.p99} ms`]
}
