import { markdownTable } from '../markdown-table.ts'
import { median } from '../median.ts'
import { type Caller, callers } from './callers.ts'
import {
  createToken,
  globalWhoami,
  latencies,
  listUsers,
  load,
  login,
  type Measured,
  perSecond,
  type RequestOf,
} from './load.ts'
import { type BenchedServer, bareHonoStart, prismStart, sandboxStart } from './servers.ts'
import type { Workbench } from './workbench.ts'

interface Row {
  readonly request: RequestOf
  readonly from?: readonly Caller[]
}

const rows: Readonly<Record<string, Row>> = {
  globalWhoami: { request: globalWhoami },
  'globalWhoami, one caller with many tabs': { request: globalWhoami, from: callers.slice(0, 1) },
  'listUsers (100 members)': { request: listUsers },
  createToken: { request: createToken },
  login: { request: login },
}

const connections = [1, 16, 64]

/** Each server is measured so often, in turns, so that what else the machine does meets all of them. */
const rounds = 3

/** Operations of each server under load. The ceiling comes first: the others are measured by it. */
export async function loadTable(bench: Workbench): Promise<string> {
  const servers = await startAll(bench)
  const lines: string[][] = []
  let noise = 1
  for (const [name, row] of Object.entries(rows)) {
    const cells = servers.map(({ name: server }) => [name, server])
    for (const count of connections) {
      bench.progress(`loading with ${name}, ${count} connections`)
      const measured = await inTurns(bench, servers, { ...row, connections: count })
      noise = Math.max(noise, noiseOf(measured[0] ?? []))
      const [ceiling, ...others] = measured.map(middle)
      const prism = others.at(-1)
      for (const [index, each] of [ceiling, ...others].entries()) {
        if (each) cells[index]?.push(...cellsOf(each, ceiling, prism))
      }
    }
    lines.push(...cells)
  }
  await Promise.all(servers.map((server) => server.stop()))
  const head = [
    'operation',
    'server',
    ...connections.flatMap((count) => [`${count}: requests/s`, 'p50, p99']),
  ]
  return `${markdownTable(head, lines)}\n${explain(noise)}\n`
}

async function startAll(bench: Workbench): Promise<BenchedServer[]> {
  const { port, installed, makeFolder, createDatabase, seedOfCallers } = bench
  const ours = (name: string, place: number, ...options: string[]) =>
    sandboxStart(name, port + place, '--seed', seedOfCallers, ...options)
  const starts = [
    bareHonoStart(port),
    ours('PGlite in memory', 1),
    ours('PGlite in a directory', 2, '--data', await makeFolder()),
    ours('PostgreSQL', 3, '--database-url', await createDatabase()),
    prismStart(installed, port + 4),
  ]
  const servers: BenchedServer[] = []
  for (const start of starts) {
    bench.progress(`starting ${start.name}`)
    const server = await bench.start(start)
    await warmUp(bench, server)
    servers.push(server)
  }
  return servers
}

/** What a server does for the first time takes it longer. */
async function warmUp({ autocannon }: Workbench, { url }: BenchedServer): Promise<void> {
  for (const request of [globalWhoami, listUsers, createToken]) {
    await load({ autocannon, urls: [url], request, connections: 8, seconds: 1 })
  }
}

/** The measurements of each server. */
async function inTurns(
  { autocannon, seconds }: Workbench,
  servers: readonly BenchedServer[],
  row: Row & { readonly connections: number },
): Promise<Measured[][]> {
  const measured = servers.map((): Measured[] => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { url }] of servers.entries()) {
      measured[index]?.push(
        await load({ autocannon, urls: [url], ...row, seconds: Math.ceil(seconds / rounds) }),
      )
    }
  }
  return measured
}

function middle(measured: readonly Measured[]): Measured {
  const of = (key: keyof Measured) => median(measured.map((each) => each[key]))
  return { requestsPerSecond: of('requestsPerSecond'), p50: of('p50'), p99: of('p99') }
}

/** By how much the quickest round was quicker than the slowest. */
function noiseOf(measured: readonly Measured[]): number {
  const rates = measured.map(({ requestsPerSecond }) => requestsPerSecond)
  return Math.max(...rates) / Math.min(...rates)
}

/** Requests per second, with their part of the ceiling's and what they are beside Prism's; then the times. */
function cellsOf(measured: Measured, ceiling: Measured | undefined, prism: Measured | undefined): string[] {
  const beside = (other: Measured | undefined) =>
    measured.requestsPerSecond / (other?.requestsPerSecond ?? Number.NaN)
  const part = `${(100 * beside(ceiling)).toPrecision(2)} %`
  const times = `${beside(prism).toPrecision(2)} ×`
  const compared = { ceiling: '', prism: ` (${part})`, ours: ` (${part}, ${times})` }
  const kind = measured === ceiling ? 'ceiling' : measured === prism ? 'prism' : 'ours'
  return [`${perSecond(measured)}${compared[kind]}`, latencies(measured)]
}

function explain(noise: number): string {
  return (
    `Each figure is the median of ${rounds} turns, in which the servers are measured one after the other. Between the turns of ` +
    `bare Hono lay up to ${noise.toFixed(1)} ×: differences smaller than that say nothing.`
  )
}
