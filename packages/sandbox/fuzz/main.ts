import { parseArgs } from 'node:util'
import type { Sandbox } from '../src/index.ts'
import { createSandbox } from '../src/node.ts'
import { startPostgresApart } from '../test/postgres/apart.ts'
import { Determinism } from './differential/determinism.ts'
import { compare } from './differential/differential.ts'
import type { Side } from './differential/tell.ts'
import { type Findings, fuzz } from './fuzz.ts'
import { parseCount, parseDuration } from './parse-options.ts'
import { world } from './world.ts'

const help = `Usage: pnpm --filter sandbox fuzz [options]

Sends a sandbox requests that no client would send, and looks for a 5xx, a hang and growing memory.

  --differential       send the same odd but valid requests to PGlite and to PostgreSQL, and look for responses that differ
  --seed N             make the requests of an earlier run again
  --duration TIME      such as 30s or 10m (default: 2m)
  --requests N         send at least as many, instead of a duration
  --database-url URL   run on this PostgreSQL instead of PGlite; all that is in it goes. With --differential, the default is the
                       PostgreSQL that npm has brought

Exits with 0 where nothing was found, 1 where something was, 2 for wrong use, 130 after Ctrl-C.
`

interface Options {
  readonly seed: number
  /** Whether to go on after so many requests. */
  readonly goesOn: (requests: number) => boolean
  readonly databaseUrl: string | undefined
  readonly signal: AbortSignal
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      differential: { type: 'boolean', default: false },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
      duration: { type: 'string', default: '2m' },
      requests: { type: 'string' },
      'database-url': { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const requests = values.requests === undefined ? undefined : parseCount('--requests', values.requests)
  return {
    differential: values.differential,
    seed: parseCount('--seed', values.seed),
    requests,
    milliseconds: parseDuration(values.duration),
    databaseUrl: values['database-url'],
    help: values.help,
  }
}

async function main(): Promise<number> {
  const { differential, seed, requests, milliseconds, databaseUrl, help: isAsked } = readOptions()
  if (isAsked) {
    process.stdout.write(help)
    return 0
  }
  const interruption = new AbortController()
  process.once('SIGINT', () => interruption.abort())
  const amount = requests === undefined ? `${milliseconds / 1_000} s` : `${requests} requests`
  process.stderr.write(`seed ${seed}, ${amount}; Ctrl-C ends it\n`)
  const end = Date.now() + milliseconds
  const goesOn = (sent: number) => (requests === undefined ? Date.now() < end : sent < requests)
  const run = differential ? runDifferential : runFuzz
  const findings = await run({ seed, goesOn, databaseUrl, signal: interruption.signal })
  process.stdout.write(describe(findings, seed))
  if (findings.problem !== undefined) return 1
  return interruption.signal.aborted ? 130 : 0
}

async function runFuzz({ seed, goesOn, databaseUrl, signal }: Options): Promise<Findings> {
  const sandbox = await createSandbox({
    seed: world,
    checkResponses: true,
    ...(databaseUrl !== undefined && { databaseUrl }),
  })
  const findings = await fuzz(sandbox, {
    seed,
    signal,
    goesOn: (windows) => goesOn(windows.reduce((sum, { requests }) => sum + requests, 0)),
    onWindow: ({ number, requests, megabytes }) =>
      process.stderr.write(`window ${number}: ${requests} requests, ${megabytes.toFixed(0)} MB in use\n`),
  })
  await sandbox.close()
  return findings
}

async function runDifferential(options: Options): Promise<Findings> {
  if (options.databaseUrl !== undefined) return compareWith(options.databaseUrl, options)
  const postgres = await startPostgresApart()
  return compareWith(postgres.url, options).finally(() => postgres.stop())
}

async function compareWith(databaseUrl: string, { seed, goesOn, signal }: Options): Promise<Findings> {
  const places = { 'PGlite in memory': {}, PostgreSQL: { databaseUrl } }
  const sandboxes: Sandbox[] = []
  const open = async ([name, place]: [string, { databaseUrl?: string }]): Promise<Side> => {
    const determinism = new Determinism()
    const options = { seed: world, checkResponses: true, ...determinism.options, ...place }
    const sandbox = await createSandbox(options)
    sandboxes.push(sandbox)
    return { name, determinism, sandbox }
  }
  let told = 0
  const tellProgress = (sent: number) => {
    if (sent < told + callsBetweenLines) return
    told = sent
    process.stderr.write(`${sent} requests to each\n`)
  }
  try {
    return await compare(await Promise.all(Object.entries(places).map(open)), {
      seed,
      goesOn: (sent) => {
        tellProgress(sent)
        return !signal.aborted && goesOn(sent)
      },
    })
  } finally {
    await Promise.all(sandboxes.map((sandbox) => sandbox.close()))
  }
}

const callsBetweenLines = 5_000

function describe({ requests, statuses, problem }: Findings, seed: number): string {
  const counts = [...statuses]
    .sort(([one], [other]) => one - other)
    .map(([status, count]) => `${status}: ${count}`)
  return `${requests} requests with the seed ${seed}\nanswers ${counts.join(', ') || 'none'}\n${problem ? `found: ${problem}` : 'found nothing'}\n`
}

const wrongUse = 2

process.exitCode = await main().catch((error: Error) => {
  process.stderr.write(`fuzz: ${error.message}\n\n${help}`)
  return wrongUse
})
