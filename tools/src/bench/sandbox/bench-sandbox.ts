import { availableParallelism } from 'node:os'
import { cleaningUp } from './cleaning-up.ts'
import { fleetTable } from './fleet.ts'
import { growthTable } from './growth.ts'
import { loadTable } from './load-table.ts'
import { loginsTable } from './logins-table.ts'
import { memoryTable } from './memory.ts'
import { privateSandboxesTable } from './private-sandboxes.ts'
import { startsTable } from './starts.ts'
import { openWorkbench, type SandboxBench, type Workbench } from './workbench.ts'

/** The tables by the names that `--only` takes, in the order in which they are printed. */
export const sandboxTables: Readonly<Record<string, (bench: Workbench) => Promise<string>>> = {
  starts: startsTable,
  tests: privateSandboxesTable,
  load: loadTable,
  logins: loginsTable,
  fleet: fleetTable,
  growth: growthTable,
  memory: memoryTable,
}

interface Options extends SandboxBench {
  /** Default: all. */
  readonly only?: readonly string[]
}

/** Measures the sandbox beside a bare server and Prism, and by itself, and gives the tables in Markdown. */
export async function benchSandbox({ only, ...options }: Options): Promise<string> {
  return cleaningUp(async (defer) => {
    const bench = await openWorkbench(options, defer)
    const tables: string[] = []
    for (const [name, table] of Object.entries(sandboxTables)) {
      if (only === undefined || only.includes(name)) tables.push(await table(bench))
    }
    const command = [
      'pnpm bench sandbox',
      ...(only ? ['--only', ...only] : []),
      '--seconds',
      options.seconds,
    ].join(' ')
    const machine = `\`${command}\` on ${availableParallelism()} cores with Node ${process.versions.node}.`
    return `${machine} ${explanation}\n\n${tables.join('\n')}`
  })
}

const explanation =
  'The load, the server and PostgreSQL share the machine: compare rows of one run, not machines. Percentages are of bare Hono, ' +
  'which returns a fixed text. Prism returns examples and keeps no state.'
