import { parseArgs } from 'node:util'
import { createSandbox } from '../src/node.ts'
import { type Findings, fuzz } from './fuzz.ts'
import { parseDuration } from './parse-duration.ts'
import { world } from './world.ts'

const help = `Usage: pnpm --filter sandbox fuzz [options]

Sends a sandbox requests that no client would send, and looks for a 5xx, a hang and growing memory.

  --seed N             make the requests of an earlier run again
  --duration TIME      such as 30s or 10m (default: 2m)
  --database-url URL   run on this PostgreSQL instead of PGlite; all that is in it goes

Exits with 0 where nothing was found, 1 where something was, 2 for wrong use, 130 after Ctrl-C.
`

function readOptions() {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
      duration: { type: 'string', default: '2m' },
      'database-url': { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const seed = Number(values.seed)
  if (!Number.isSafeInteger(seed))
    throw new Error(`--seed: expected a whole number such as 2026, got ${values.seed}`)
  return {
    seed,
    milliseconds: parseDuration(values.duration),
    databaseUrl: values['database-url'],
    help: values.help,
  }
}

async function main(): Promise<number> {
  const options = readOptions()
  if (options.help) {
    process.stdout.write(help)
    return 0
  }
  const { seed, milliseconds, databaseUrl } = options
  const interruption = new AbortController()
  process.once('SIGINT', () => interruption.abort())
  process.stderr.write(`seed ${seed}, ${milliseconds / 1_000} s; Ctrl-C ends it\n`)
  const sandbox = await createSandbox({
    seed: world,
    checkResponses: true,
    ...(databaseUrl !== undefined && { databaseUrl }),
  })
  const end = Date.now() + milliseconds
  const findings = await fuzz(sandbox, {
    seed,
    signal: interruption.signal,
    goesOn: () => Date.now() < end,
    onWindow: ({ number, requests, megabytes }) =>
      process.stderr.write(`window ${number}: ${requests} requests, ${megabytes.toFixed(0)} MB in use\n`),
  })
  await sandbox.close()
  process.stdout.write(describe(findings, seed))
  if (findings.problem !== undefined) return 1
  return interruption.signal.aborted ? 130 : 0
}

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
