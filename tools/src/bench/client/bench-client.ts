import { availableParallelism } from 'node:os'
import { markdownTable } from '../markdown-table.ts'
import { behaviours, type Stage } from './behaviour.ts'
import { compile } from './compile.ts'
import { type Competitor, competitors } from './contenders.ts'
import { measureFirstCall } from './first-call.ts'
import { loadContender } from './load.ts'
import { startServer } from './misbehaving-server.ts'
import { measureOverhead } from './overhead.ts'
import { gzipSize } from './size.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

/** Sets our client beside the others, and gives the tables in Markdown. Serves at `port` and the one after it. */
export async function benchClient(port: number): Promise<string> {
  const server = await startServer(port)
  const elsewhere = await startServer(port + 1)
  try {
    progress('packing ours and generating the others')
    const workshop = await openWorkshop(`${server.origin}/api`)
    const names = await Promise.all(competitors.map((competitor) => workshop.label(competitor)))
    const costs = await costTable(workshop, names)
    return `${machine()}\n\n${costs}\n${await behaviourTable(workshop, names, { server, elsewhere })}`
  } finally {
    server.close()
    elsewhere.close()
  }
}

/** What the clients are measured against. */
const bareFetch = { folder: 'bare' }

/** One that has no time limit of its own, with one for each call: for what ours has without a word. */
const limited = { folder: 'openapi-fetch-in-time', label: 'openapi-fetch with `AbortSignal.timeout`' }

async function costTable(workshop: Workshop, names: readonly string[]): Promise<string> {
  progress('measuring the time of a call')
  const contenders = []
  for (const competitor of [bareFetch, limited, ...competitors])
    contenders.push(await loadContender(workshop, competitor))
  const [bare = Number.NaN, ofLimited = Number.NaN, ...times] = await measureOverhead(contenders)
  progress('measuring the first call of a process')
  const [bareFirst = Number.NaN, ...firsts] = await measureFirstCall(workshop, [bareFetch, ...competitors])
  const firstCalls = firsts.map((time) => `${Math.max(0, time - bareFirst).toFixed(1)} ms`)
  const overhead = (time: number) => `${Math.max(0, time - bare).toFixed(1)} µs`
  const overheads = times.map(overhead)
  const rows: string[][] = []
  for (const [index, competitor] of competitors.entries()) {
    progress(`bundling and compiling ${competitor.folder}`)
    rows.push([
      names[index] ?? '',
      ...(await costsOf(workshop, competitor)),
      overheads[index] ?? '',
      firstCalls[index] ?? '',
    ])
  }
  const head = [
    'client',
    'gzip, 1 operation',
    'all operations',
    'instantiations',
    'compile time',
    'a call, over `fetch`',
    'the first call, import included',
  ]
  const inTime = `${limited.label} ${overhead(ofLimited)}`
  return `${markdownTable(head, rows)}\n${amongEquals(names, overheads, inTime)}`
}

/** What a call costs of those that do the most for it, and of one that at least ends. */
function amongEquals(names: readonly string[], overheads: readonly string[], inTime: string): string {
  const equals = competitors.flatMap(({ isPersistent }, index) =>
    isPersistent ? [`${names[index]} ${overheads[index]}`] : [],
  )
  return `A call, over \`fetch\`, of those that make it again and end it in time: ${equals.join(', ')}. Of one that only ends it in time: ${inTime}.\n`
}

async function costsOf(workshop: Workshop, competitor: Competitor): Promise<string[]> {
  const sizes = [await gzipSize(workshop, competitor, 'one'), await gzipSize(workshop, competitor, 'every')]
  const compilation = await compile(workshop, competitor, 'all')
  if (compilation?.errors) throw new Error(compilation.errors)
  return [
    ...sizes.map((size) => (size === undefined ? '–' : `${size.toLocaleString('en')} B`)),
    compilation?.instantiations.toLocaleString('en') ?? '–',
    compilation ? `${compilation.seconds.toFixed(1)} s` : '–',
  ]
}

async function behaviourTable(
  workshop: Workshop,
  names: readonly string[],
  servers: Pick<Stage, 'server' | 'elsewhere'>,
): Promise<string> {
  const columns: string[][] = []
  for (const competitor of competitors) {
    progress(`misbehaving before ${competitor.folder}`)
    const contender = await loadContender(workshop, competitor)
    const cells: string[] = []
    for (const { measure } of behaviours) cells.push(await measure({ ...servers, contender }))
    columns.push([...cells, await narrowing(workshop, competitor)])
  }
  const titles = [...behaviours.map(({ title }) => title), 'the status narrows the error']
  const rows = titles.map((title, index) => [title, ...columns.map((cells) => cells[index] ?? '')])
  return markdownTable(['', ...names], rows)
}

/** By what the compiler takes: the documented body after a look at the status, and a status that no document names. */
async function narrowing(workshop: Workshop, competitor: Competitor): Promise<string> {
  if ((await compile(workshop, competitor, 'narrows'))?.errors) return 'no'
  const undeclared = await compile(workshop, competitor, 'undeclared')
  return undeclared?.errors ? 'yes, but 502 is "impossible"' : 'yes'
}

function machine(): string {
  return `\`pnpm bench client\` on ${availableParallelism()} cores, Node ${process.versions.node}:`
}

function progress(step: string): void {
  process.stderr.write(`${step} …\n`)
}
