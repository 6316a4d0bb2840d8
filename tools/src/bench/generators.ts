import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { generators } from '@windmill-user-api/codegen'
import { repository } from '../repository.ts'
import { markdownTable } from './markdown-table.ts'

const run = promisify(execFile)
const program = path.join(repository, 'packages/codegen/test/cost/measure-cost.ts')

/** How many operations the documents have. */
const sizes = [100, 300, 1000] as const

interface Cost {
  readonly seconds: number
  readonly megabytes: number
}

/** What each generator, and the compiler on what all of them write, costs for ever larger documents: the table in Markdown. */
export async function benchGenerators(): Promise<string> {
  const rows: string[][] = []
  for (const what of [...Object.keys(generators), 'tsc']) {
    const costs: Cost[] = []
    for (const size of sizes) costs.push(await costOf(what, size))
    rows.push([what, ...costs.map(cell), ratio(costs)])
  }
  const head = sizes.map((size) => `${size} operations`)
  return markdownTable(['', ...head, 'cost of an operation, last to first'], rows)
}

async function costOf(what: string, size: number): Promise<Cost> {
  process.stderr.write(`${what}, ${size} operations …\n`)
  const { stdout } = await run(process.execPath, [program, what, String(size)])
  return JSON.parse(stdout)
}

function cell({ seconds, megabytes }: Cost): string {
  return `${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB`
}

/** More than 1 where an operation of a large document costs more than one of a small document. */
function ratio(costs: readonly Cost[]): string {
  const perOperation = costs.map(({ seconds }, index) => seconds / (sizes[index] ?? 1))
  return ((perOperation.at(-1) ?? 0) / (perOperation[0] ?? 1)).toFixed(2)
}
