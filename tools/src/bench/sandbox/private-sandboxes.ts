import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { markdownTable } from '../markdown-table.ts'
import { median } from '../median.ts'
import type { PrivateTimes } from './private-sandboxes/program.ts'
import type { Workbench } from './workbench.ts'

const run = promisify(execFile)
const program = path.join(import.meta.dirname, 'private-sandboxes/program.ts')
const processes = 5

const rows: Readonly<Record<keyof PrivateTimes, string>> = {
  first: 'the first `createSandbox()` of a process, the import included',
  further: 'a further one, the second to the tenth',
  reset: '`reset()`, after 20 tokens were made',
}

/** How long a test waits for a sandbox of its own. */
export async function privateSandboxesTable({ progress }: Workbench): Promise<string> {
  const times: PrivateTimes[] = []
  for (let count = 1; count <= processes; count += 1) {
    progress(`sandboxes in a process, ${count} of ${processes}`)
    const { stdout } = await run(process.execPath, [program])
    times.push(JSON.parse(stdout))
  }
  const cells = Object.entries(rows).map(([key, title]) => {
    // `rows` has the names of the times, and no other
    const measured = times.map((each) => each[key as keyof PrivateTimes])
    return [title, `${median(measured).toFixed(0)} ms`]
  })
  return markdownTable([`in a test, median of ${processes} processes`, ''], cells)
}
