import { markdownTable } from '../markdown-table.ts'
import { type BenchedServer, bareHonoStart, prismStart, sandboxStart } from './servers.ts'
import type { Workbench } from './workbench.ts'

export interface LoadRequest {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** The part of autocannon that is used. Its connections take turns at the URLs. */
export type Autocannon = (
  options: Omit<LoadRequest, 'url'> & {
    readonly url: readonly string[]
    readonly connections: number
    readonly duration: number
  },
) => Promise<{
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

const connections = [1, 16, 64]

/** Four operations of each server under load. The ceiling comes first: the others are measured by it. */
export async function loadTable(bench: Workbench): Promise<string> {
  const { port, installed, makeFolder, createDatabase } = bench
  const servers: [string, Record<string, Measured[]>][] = []
  for (const start of [
    bareHonoStart(port),
    sandboxStart('PGlite in memory', port),
    sandboxStart('PGlite in a directory', port, '--data', await makeFolder()),
    sandboxStart('PostgreSQL', port, '--database-url', await createDatabase()),
    prismStart(installed, port),
  ]) {
    bench.progress(`loading ${start.name}`)
    const server = await bench.start(start)
    servers.push([server.name, await loadOf(bench, server)])
    await server.stop()
  }
  const head = [
    'operation',
    'server',
    ...connections.flatMap((count) => [`${count}: requests/s`, 'p50, p99']),
  ]
  return markdownTable(head, rowsOf(servers))
}

async function loadOf(bench: Workbench, server: BenchedServer): Promise<Record<string, Measured[]>> {
  const operations = Object.entries(await prepare(server))
  const measurements: Record<string, Measured[]> = {}
  for (const [operation, request] of operations) {
    const measured: Measured[] = []
    for (const count of connections) measured.push(await load(bench, [request], count))
    measurements[operation] = measured
  }
  return measurements
}

const json = { 'Content-Type': 'application/json' }
const grace = JSON.stringify({ email: 'grace@example.com', password: 'nanoseconds-matter' })

/** What is asked of a server. A sandbox gets a workspace of a hundred members first, which also warms it up. */
async function prepare({ url }: BenchedServer): Promise<Record<string, LoadRequest>> {
  const login = { url: `${url}/auth/login`, method: 'POST', headers: json, body: grace }
  const token = await (await fetch(login.url, login)).text()
  const headers = { Authorization: `Bearer ${token}` }
  for (let number = 4; number <= 100; number += 1) {
    const body = { email: `person${number}@example.com`, username: `person${number}`, is_admin: false }
    const init = { method: 'POST', headers: { ...headers, ...json }, body: JSON.stringify(body) }
    await (await fetch(`${url}/w/demo/users/add`, init)).text()
  }
  return {
    globalWhoami: globalWhoami(url, token),
    'listUsers (100 members)': { url: `${url}/w/demo/users/list`, method: 'GET', headers },
    createToken: createToken(url, token),
    login,
  }
}

export function globalWhoami(url: string, token: string): LoadRequest {
  return { url: `${url}/users/whoami`, method: 'GET', headers: { Authorization: `Bearer ${token}` } }
}

export function createToken(url: string, token: string): LoadRequest {
  const headers = { Authorization: `Bearer ${token}`, ...json }
  return { url: `${url}/users/tokens/create`, method: 'POST', headers, body: '{}' }
}

/** Sends the same request to one server or more by so many connections, as fast as they answer. */
export async function load(
  { autocannon, seconds }: Workbench,
  requests: readonly [LoadRequest, ...LoadRequest[]],
  connections: number,
): Promise<Measured> {
  const [request] = requests
  const url = requests.map((each) => each.url)
  const result = await autocannon({ ...request, url, connections, duration: seconds })
  const failed = result.non2xx + result.errors
  if (failed > 0) throw new Error(`${request.method} ${url}: ${failed} answers were not as they should be`)
  return { requestsPerSecond: result.requests.total / result.duration, ...result.latency }
}

/** By operation, each with its servers in the order in which they were measured. */
function rowsOf(servers: readonly [string, Record<string, Measured[]>][]): string[][] {
  const [[, ceiling = {}] = []] = servers
  return Object.keys(ceiling).flatMap((operation) =>
    servers.map(([name, measurements]) => {
      const cells = (measurements[operation] ?? []).flatMap((measured, index) =>
        cellsOf(measured, ceiling[operation]?.[index]),
      )
      return [operation, name, ...cells]
    }),
  )
}

/** Requests per second, for all but the ceiling with their part of it; then the times. */
function cellsOf(measured: Measured, ceiling: Measured | undefined): string[] {
  const { requestsPerSecond, p50, p99 } = measured
  const part = (100 * requestsPerSecond) / (ceiling?.requestsPerSecond ?? Number.NaN)
  const text = perSecond(measured)
  return [
    ceiling === measured ? text : `${text} (${part.toPrecision(2)} %)`,
    `${whole(p50)}, ${whole(p99)} ms`,
  ]
}

/** It is told in whole milliseconds. */
function whole(milliseconds: number): string {
  return milliseconds === 0 ? '< 1' : String(milliseconds)
}

export function perSecond({ requestsPerSecond }: Measured): string {
  return Math.round(requestsPerSecond).toLocaleString('en')
}
