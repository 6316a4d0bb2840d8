import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { markdownTable } from '../markdown-table.ts'
import type { MemoryAfter } from './memory/program.ts'
import type { Workbench } from './workbench.ts'

const run = promisify(execFile)
const program = path.join(import.meta.dirname, 'memory/program.ts')
const counts = [10_000, 100_000, 1_000_000]

/** What a sandbox in memory has in use after ever more requests. */
export async function memoryTable({ progress }: Workbench): Promise<string> {
  progress(`sending ${counts.at(-1)?.toLocaleString('en')} requests`)
  const { stdout } = await run(process.execPath, [program, ...counts.map(String)])
  const measured: readonly MemoryAfter[] = JSON.parse(stdout)
  const head = [
    'in use after',
    ...measured.map(({ requests }) => `${requests.toLocaleString('en')} requests`),
  ]
  return markdownTable(head, [
    ['heap of JavaScript', ...measured.map(({ heap }) => `${heap.toFixed(1)} MB`)],
    ['outside it, with PGlite', ...measured.map(({ external }) => `${external.toFixed(1)} MB`)],
  ])
}
