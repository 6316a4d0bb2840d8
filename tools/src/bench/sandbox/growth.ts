import { Agent, request as send } from 'node:http'
import { markdownTable } from '../markdown-table.ts'
import { median } from '../median.ts'
import { executeInDirectory, executeOnPostgres } from './databases.ts'
import { fillUpTo } from './fill-up-to.ts'
import { growthRequests, type NextRequest, type SingleRequest } from './growth-requests.ts'
import { type BenchedServer, sandboxStart } from './servers.ts'
import type { Workbench } from './workbench.ts'

const sizes = [10, 1_000, 100_000]

/**
 * What a request costs among ever more accounts, with ten tokens each, in ever more workspaces, of which one has them all: one request
 * after the other, each size in its turn.
 */
export async function growthTable(bench: Workbench): Promise<string> {
  const rows = [...(await growthOn(bench, inDirectory)), ...(await growthOn(bench, onPostgres))]
  const head = ['request', 'database', ...sizes.map((size) => `${size.toLocaleString('en')} accounts`)]
  return markdownTable(head, rows)
}

/** A database that a sandbox has made its tables in, and how it is filled while none has it open. */
interface Database {
  readonly name: string
  readonly options: readonly string[]
  fill(statements: string): Promise<void>
}

async function inDirectory({ makeFolder }: Workbench): Promise<Database> {
  const folder = await makeFolder()
  return {
    name: 'PGlite',
    options: ['--data', folder],
    fill: (statements) => executeInDirectory(folder, statements),
  }
}

async function onPostgres({ createDatabase }: Workbench): Promise<Database> {
  const url = await createDatabase()
  return {
    name: 'PostgreSQL',
    options: ['--database-url', url],
    fill: (statements) => executeOnPostgres(url, statements),
  }
}

async function growthOn(bench: Workbench, make: (bench: Workbench) => Promise<Database>) {
  const servers: BenchedServer[] = []
  for (const [index, size] of sizes.entries()) {
    const { name, options, fill } = await make(bench)
    bench.progress(`laying ${size.toLocaleString('en')} accounts in ${name}`)
    const start = sandboxStart(name, bench.port + index, ...options)
    await (await bench.start(start)).stop()
    await fill(fillUpTo(size))
    servers.push(await bench.start(start))
  }
  bench.progress(`comparing them on ${servers[0]?.name}`)
  const requests = await Promise.all(servers.map(({ url }, index) => growthRequests(url, sizes[index] ?? 0)))
  await warmUp(requests, bench.seconds)
  const rows: string[][] = []
  for (const operation of Object.keys(requests[0] ?? {})) {
    const times = await compare(
      requests.flatMap((each) => each[operation] ?? []),
      bench.seconds,
    )
    rows.push([operation, servers[0]?.name ?? '', ...cellsOf(times)])
  }
  await Promise.all(servers.map((server) => server.stop()))
  return rows
}

/** What a server does for the first time takes it longer; a login takes as long each time. */
async function warmUp(requests: readonly Record<string, NextRequest>[], seconds: number): Promise<void> {
  const quick = requests.flatMap(({ login: _login, ...others }) => Object.values(others))
  await compare(quick, seconds)
}

/** Each server in its turn, so that what else the machine does slows all of them. In milliseconds, the median. */
async function compare(requests: readonly NextRequest[], seconds: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true })
  const times = requests.map((): number[] => [])
  const end = performance.now() + seconds * 1_000
  while (performance.now() < end) {
    for (const [index, next] of requests.entries()) times[index]?.push(await timeOf(next(), agent))
  }
  agent.destroy()
  return times.map(median)
}

/** With the plain client of Node: what `fetch` does besides would hide a part of the difference. */
function timeOf({ url, method, headers, body }: SingleRequest, agent: Agent): Promise<number> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const sent = send(url, { method, headers, agent }, (answer) => {
      if (answer.statusCode !== 200 && answer.statusCode !== 201)
        reject(new Error(`${method} ${url}: expected 200 or 201, got ${answer.statusCode}`))
      answer.resume().on('end', () => resolve(performance.now() - begun))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

function cellsOf(times: readonly number[]): string[] {
  const [few = Number.NaN] = times
  return times.map((time, index) => {
    const text = `${time.toFixed(2)} ms`
    return index === 0 ? text : `${text} (${(time / few).toFixed(1)} ×)`
  })
}
