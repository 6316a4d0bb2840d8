import { availableParallelism } from 'node:os'
import { cleaningUp } from './cleaning-up.ts'
import { fleetTable } from './fleet.ts'
import { growthTable } from './growth.ts'
import { loadTable } from './load.ts'
import { privateSandboxesTable } from './private-sandboxes.ts'
import { startsTable } from './starts.ts'
import { openWorkbench, type SandboxBench } from './workbench.ts'

/** Measures the sandbox beside a bare server and Prism, and by itself, and gives the tables in Markdown. */
export async function benchSandbox(options: SandboxBench): Promise<string> {
  return cleaningUp(async (defer) => {
    const bench = await openWorkbench(options, defer)
    const tables = [
      await startsTable(bench),
      await privateSandboxesTable(bench),
      await loadTable(bench),
      await fleetTable(bench),
      await growthTable(bench),
    ]
    const machine = `\`pnpm bench sandbox --seconds ${options.seconds}\` on ${availableParallelism()} cores with Node ${process.versions.node}.`
    return `${machine} ${explanation}\n\n${tables.join('\n')}`
  })
}

const explanation =
  'The load, the server and PostgreSQL share the machine: compare rows of one run, not machines. Percentages are of bare Hono, ' +
  'which answers a fixed text; Prism answers from examples, and keeps no state.'
