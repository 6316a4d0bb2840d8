import { markdownTable } from '../markdown-table.ts'
import { createToken, globalWhoami, load, type Measured, perSecond } from './load.ts'
import { type BenchedServer, sandboxStart } from './servers.ts'
import type { Workbench } from './workbench.ts'

const sizes = [1, 2, 4]
const connections = 64
const operations = { globalWhoami, createToken }

interface OfFleet extends Measured {
  /** Of all processes of the sandbox; none where the system does not tell. */
  readonly cpuMicroseconds: number | undefined
}

/**
 * What several processes over one PostgreSQL answer together, side by side with one. Where there are fewer cores than processes, the
 * time of processors that a request takes says whether more of them would help.
 */
export async function fleetTable(bench: Workbench): Promise<string> {
  const measurements: OfFleet[][] = []
  for (const size of sizes) {
    bench.progress(`loading ${size} of a fleet`)
    measurements.push(await loadOf(bench, size))
  }
  const head = ['operation', ...sizes.map((size) => (size === 1 ? '1 process' : `${size} processes`))]
  const rows = Object.keys(operations).map((operation, index) => [
    operation,
    ...measurements.map((measured) => cell(measured[index])),
  ])
  return markdownTable(head, rows)
}

async function loadOf(bench: Workbench, size: number): Promise<OfFleet[]> {
  const options = ['--seed', bench.seedOfCallers, '--database-url', await bench.createDatabase()]
  const starts = Array.from({ length: size }, (_, index) =>
    bench.start(sandboxStart('PostgreSQL', bench.port + index, ...options)),
  )
  const servers = await Promise.all(starts)
  const measured: OfFleet[] = []
  for (const request of Object.values(operations)) {
    const of = { autocannon: bench.autocannon, urls: servers.map(({ url }) => url), request, connections }
    await load({ ...of, seconds: 1 })
    const before = cpuSecondsOf(servers)
    const result = await load({ ...of, seconds: bench.seconds })
    const seconds = cpuSecondsOf(servers) - before
    const perRequest = (1e6 * seconds) / (result.requestsPerSecond * bench.seconds)
    measured.push({ ...result, cpuMicroseconds: Number.isNaN(perRequest) ? undefined : perRequest })
  }
  await Promise.all(servers.map((server) => server.stop()))
  return measured
}

function cpuSecondsOf(servers: readonly BenchedServer[]): number {
  return servers.reduce((sum, server) => sum + (server.cpuSeconds() ?? Number.NaN), 0)
}

function cell(measured: OfFleet | undefined): string {
  if (!measured) return '–'
  const { cpuMicroseconds, p99 } = measured
  const cpu = cpuMicroseconds === undefined ? '' : `, ${cpuMicroseconds.toFixed(0)} µs of CPU each`
  return `${perSecond(measured)}/s, p99 ${p99} ms${cpu}`
}
