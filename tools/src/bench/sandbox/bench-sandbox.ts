import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { installApart } from '../../packages/install-apart.ts'
import { markdownTable } from '../markdown-table.ts'
import { type Autocannon, measured, prepare } from './load.ts'
import { type BenchedServer, bareHonoStart, prismStart, sandboxStart, startServer } from './servers.ts'

export interface SandboxBench {
  readonly port: number
  readonly seconds: number
  /** An empty PostgreSQL; without one its rows are left out. */
  readonly databaseUrl: string | undefined
}

/** Requests per second beside a bare server and Prism, and how long each takes to its first answer. */
export async function benchSandbox({ port, seconds, databaseUrl }: SandboxBench): Promise<string> {
  const installed = await installApart(path.join(import.meta.dirname, 'competitors'))
  const entry = pathToFileURL(path.join(installed, 'node_modules/autocannon/autocannon.js')).href
  const { default: autocannon }: { default: Autocannon } = await import(entry)
  const data = await mkdtemp(path.join(tmpdir(), 'sandbox-bench-'))
  const starts = [
    sandboxStart('PGlite in memory', port),
    sandboxStart('PGlite in a directory', port, '--data', data),
    ...(databaseUrl === undefined ? [] : [sandboxStart('PostgreSQL', port, '--database-url', databaseUrl)]),
    bareHonoStart(port),
    prismStart(installed, port),
  ]
  const rows: string[][] = []
  const first: string[][] = []
  for (const start of starts) {
    process.stderr.write(`${start.name} …\n`)
    const server = await startServer(start)
    first.push([server.name, `${Math.round(server.milliseconds)} ms`])
    rows.push(...(await loadOf(autocannon, server, seconds)))
    // what the load has asked and no longer waits for
    await setTimeout(3_000)
    await server.stop()
  }
  await rm(data, { recursive: true, force: true })
  return [
    `\`pnpm bench sandbox\` on ${cpus().length} cores with Node ${process.versions.node}, ${seconds} s each; the load comes from the same machine: compare rows of one run.\n\n`,
    markdownTable(['start', 'to the first answer'], first),
    '\n',
    markdownTable(
      ['operation', 'server', ...connections.flatMap((count) => [`${count}: requests/s`, 'p50, p99'])],
      sorted(rows),
    ),
  ].join('')
}

const connections = [1, 16, 64]

async function loadOf(autocannon: Autocannon, server: BenchedServer, seconds: number): Promise<string[][]> {
  const operations = await prepare(server)
  const rows: string[][] = []
  for (const [operation, request] of Object.entries(operations)) {
    const cells: string[] = []
    for (const count of connections) cells.push(...(await measured(autocannon, request, count, seconds)))
    rows.push([operation, server.name, ...cells])
  }
  return rows
}

/** By operation, each with its servers in the order in which they were measured. */
function sorted(rows: readonly string[][]): string[][] {
  const operations = [...new Set(rows.map(([operation]) => operation))]
  return operations.flatMap((operation) => rows.filter(([name]) => name === operation))
}
