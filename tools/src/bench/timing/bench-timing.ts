import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { markdownTable } from '../markdown-table.ts'
import { median } from '../median.ts'
import { cleaningUp, type Defer } from '../sandbox/cleaning-up.ts'
import { openDatabases } from '../sandbox/databases.ts'
import { sandboxStart, startServer } from '../sandbox/servers.ts'
import { areaUnderCurve, chance } from './area-under-curve.ts'
import { type Probe, probes, signUp } from './probes.ts'

interface Options {
  readonly port: number
  /** With an account, and as many without. */
  readonly attempts: number
  readonly databaseUrl: string | undefined
}

/** Whether it can be seen in the duration of a response that an e-mail has an account, as a table in Markdown. */
export async function benchTiming({ port, attempts, databaseUrl }: Options): Promise<string> {
  return cleaningUp(async (defer) => {
    const seed = await writeSeed(attempts, defer)
    const createDatabase = await openDatabases(databaseUrl, defer)
    const places = { 'PGlite in memory': [], PostgreSQL: ['--database-url', await createDatabase()] }
    const rows: string[][] = []
    for (const [name, options] of Object.entries(places)) {
      const server = await startServer(sandboxStart(name, port, '--seed', seed, ...options), defer)
      for (const probe of probes) rows.push(await rowOf(probe, name, server.url, attempts))
      await server.stop()
    }
    const heads = ['request', 'database', 'median with an account', 'without one', 'area under the curve']
    const machine = `\`pnpm bench timing --attempts ${attempts}\` on ${availableParallelism()} cores with Node ${process.versions.node}.`
    return `${machine} ${explanation(attempts)}\n\n${markdownTable(heads, rows)}`
  })
}

function explanation(attempts: number): string {
  const [low, high] = [0.5 - chance(attempts, attempts), 0.5 + chance(attempts, attempts)]
  return (
    `${attempts.toLocaleString('en')} requests of each kind ran in pairs of random order, eight pairs at the same time. The area under the curve is ` +
    `how often the request with an account takes longer. At 0.5 nobody can tell, and chance alone gives ${low.toFixed(3)} to ${high.toFixed(3)}.`
  )
}

async function rowOf(probe: Probe, database: string, url: string, attempts: number): Promise<string[]> {
  process.stderr.write(`${probe.name} on ${database} …\n`)
  // The server is compiled as it runs: the first requests take longer, whosever they are.
  await measure(probe, url, Math.ceil(attempts / 20), 'warm')
  const { known, unknown } = await measure(probe, url, attempts, 'cold')
  const area = areaUnderCurve(known, unknown).toFixed(3)
  return [probe.name, database, ...[known, unknown].map((times) => `${median(times).toFixed(2)} ms`), area]
}

/** Several people at once try both kinds, one after the other. */
const peopleAtOnce = 8

async function measure(probe: Probe, url: string, attempts: number, run: string) {
  const measured: Measured = { known: [], unknown: [] }
  let next = 0
  const keepTrying = async () => {
    while (next < attempts) {
      const attempt = next
      next += 1
      const person = Math.floor(attempt / Math.min(probe.attemptsPerEmail, 10))
      await measurePair(probe, url, { run, person }, measured)
    }
  }
  await Promise.all(Array.from({ length: peopleAtOnce }, keepTrying))
  return measured
}

interface Measured {
  readonly known: number[]
  readonly unknown: number[]
}

interface Person {
  readonly run: string
  readonly person: number
}

async function measurePair(probe: Probe, url: string, { run, person }: Person, { known, unknown }: Measured) {
  const signsUp = probe.status === 200
  const withAccount = signsUp ? `oauth-${run}-${person}@example.com` : emailOf(run, person)
  if (signsUp) await signUp(url, withAccount)
  const pair = [
    { times: known, send: await probe.prepare(url, withAccount) },
    { times: unknown, send: await probe.prepare(url, `nobody-${run}-${person}@example.com`) },
  ]
  for (const { times, send } of Math.random() < 0.5 ? pair : pair.reverse()) {
    const begun = performance.now()
    const response = await send()
    await response.text()
    times.push(performance.now() - begun)
    if (response.status !== probe.status) {
      throw new Error(`${probe.name}: expected ${probe.status}, got ${response.status}`)
    }
  }
}

function emailOf(run: string, person: number): string {
  return `${run}-${person}@example.com`
}

/** Any password: none of them is tried. */
const passwordHash =
  '$argon2id$v=19$m=4096,t=3,p=1$c2FuZGJveC10aW1pbmctMQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

async function writeSeed(attempts: number, defer: Defer): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sandbox-timing-'))
  defer(() => rm(folder, { recursive: true, force: true }))
  const people = Array.from({ length: Math.ceil(attempts / 10) }, (_, person) => person)
  const emails = ['warm', 'cold'].flatMap((run) => people.map((person) => emailOf(run, person)))
  const accounts = emails.map((email, index) => ({ email, passwordHash, superAdmin: index === 0 }))
  const file = path.join(folder, 'seed.json')
  await writeFile(file, JSON.stringify({ accounts }))
  return file
}
