import { markdownTable } from '../markdown-table.ts'
import { median } from '../median.ts'
import { bareHonoStart, prismStart, type Start, sandboxStart } from './servers.ts'
import type { Workbench } from './workbench.ts'

/** How often each is started once Node has compiled it. */
const laterStarts = 5

/** How long each takes to its first answer: the very first time, when Node has compiled nothing yet, and later. */
export async function startsTable(bench: Workbench): Promise<string> {
  const rows: string[][] = []
  for (const nextStart of await contenders(bench)) {
    const temporary = await bench.makeFolder()
    const first = await timeToFirstAnswer(bench, { ...(await nextStart()), temporary })
    bench.progress(`starting ${first.name}`)
    const later: number[] = []
    for (let count = 0; count < laterStarts; count += 1)
      later.push((await timeToFirstAnswer(bench, { ...(await nextStart()), temporary })).milliseconds)
    rows.push([first.name, toText(first.milliseconds), toText(median(later))])
  }
  return markdownTable(['start to first answer', 'the first ever', `later, median of ${laterStarts}`], rows)
}

async function timeToFirstAnswer(bench: Workbench, start: Start) {
  const { name, milliseconds, stop } = await bench.start(start)
  await stop()
  return { name, milliseconds }
}

/** How each is started the next time: on something new, or on what it has left behind. */
async function contenders(bench: Workbench): Promise<(() => Start | Promise<Start>)[]> {
  const { port, installed, makeFolder, createDatabase } = bench
  const onDirectory = (name: string, data: string) => sandboxStart(name, port, '--data', data)
  const onDatabase = (name: string, url: string) => sandboxStart(name, port, '--database-url', url)
  const knownDirectory = onDirectory('PGlite in a directory that it knows', await makeFolder())
  const knownDatabase = onDatabase('PostgreSQL that it knows', await createDatabase())
  for (const known of [knownDirectory, knownDatabase]) await timeToFirstAnswer(bench, known)
  return [
    () => sandboxStart('PGlite in memory', port),
    async () => onDirectory('PGlite in a new directory', await makeFolder()),
    () => knownDirectory,
    async () => onDatabase('PostgreSQL, empty', await createDatabase()),
    () => knownDatabase,
    () => bareHonoStart(port),
    () => prismStart(installed, port),
  ]
}

function toText(milliseconds: number): string {
  return `${Math.round(milliseconds)} ms`
}
