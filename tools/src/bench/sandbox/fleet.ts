import { markdownTable } from '../markdown-table.ts'
import { createToken, globalWhoami, type LoadRequest, load, type Measured, perSecond } from './load.ts'
import { type BenchedServer, sandboxStart } from './servers.ts'
import type { Workbench } from './workbench.ts'

const sizes = [1, 2, 4]
const connections = 64
const ada = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'
const operations = { globalWhoami, createToken }

/** What several processes over one PostgreSQL answer together, side by side with one. */
export async function fleetTable(bench: Workbench): Promise<string> {
  const measurements: Measured[][] = []
  for (const size of sizes) {
    bench.progress(`loading ${size} of a fleet`)
    measurements.push(await loadOf(bench, size))
  }
  const head = ['operation', ...sizes.map((size) => (size === 1 ? '1 process' : `${size} processes`))]
  const rows = Object.keys(operations).map((operation, index) => {
    const [one, ...more] = measurements.map((measured) => measured[index])
    return [operation, cell(one, one), ...more.map((measured) => cell(measured, one))]
  })
  return markdownTable(head, rows)
}

async function loadOf(bench: Workbench, size: number): Promise<Measured[]> {
  const url = await bench.createDatabase()
  const starts = Array.from({ length: size }, (_, index) =>
    bench.start(sandboxStart('PostgreSQL', bench.port + index, '--database-url', url)),
  )
  const [first, ...others] = await Promise.all(starts)
  if (!first) throw new Error('expected a process at least')
  const measured: Measured[] = []
  for (const request of Object.values(operations)) {
    const requestTo = ({ url }: BenchedServer): LoadRequest => request(url, ada)
    measured.push(await load(bench, [requestTo(first), ...others.map(requestTo)], connections))
  }
  await Promise.all([first, ...others].map((server) => server.stop()))
  return measured
}

function cell(measured: Measured | undefined, one: Measured | undefined): string {
  if (!measured || !one) return '–'
  const text = `${perSecond(measured)}/s, p99 ${measured.p99} ms`
  const times = (measured.requestsPerSecond / one.requestsPerSecond).toFixed(1)
  return measured === one ? text : `${text} (${times} ×)`
}
