import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { installApart } from '../../packages/install-apart.ts'
import { writeSeedOfCallers } from './callers.ts'
import type { Defer } from './cleaning-up.ts'
import { type CreateDatabase, openDatabases } from './databases.ts'
import type { Autocannon } from './load.ts'
import { type BenchedServer, type Start, sandboxMain, startServer } from './servers.ts'

/** What every table is measured with. */
export interface Workbench {
  /** Servers listen here and at the four next ones. */
  readonly port: number
  /** How long each measurement of a load takes. */
  readonly seconds: number
  /** Where the competitors lie. */
  readonly installed: string
  readonly autocannon: Autocannon
  readonly createDatabase: CreateDatabase
  /** A seed file of a thousand people who call. */
  readonly seedOfCallers: string
  /** Makes an empty folder, which goes at the end. */
  makeFolder(): Promise<string>
  start(start: Start): Promise<BenchedServer>
  /** Tells who waits what is done now. */
  progress(step: string): void
}

export interface SandboxBench {
  readonly port: number
  readonly seconds: number
  /** A PostgreSQL whose user may make databases. Without one, npm brings it. */
  readonly databaseUrl: string | undefined
}

export async function openWorkbench(options: SandboxBench, defer: Defer): Promise<Workbench> {
  const { port, seconds, databaseUrl } = options
  if (!existsSync(sandboxMain)) throw new Error(`${sandboxMain} is not there. Build it first: pnpm build`)
  const installed = await installApart(path.join(import.meta.dirname, 'competitors'))
  const entry = pathToFileURL(path.join(installed, 'node_modules/autocannon/autocannon.js')).href
  const { default: autocannon }: { default: Autocannon } = await import(entry)
  const folder = await mkdtemp(path.join(tmpdir(), 'sandbox-bench-'))
  defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return {
    port,
    seconds,
    installed,
    autocannon,
    seedOfCallers: await writeSeedOfCallers(folder),
    createDatabase: await openDatabases(databaseUrl, defer),
    makeFolder: () => mkdtemp(path.join(folder, 'folder-')),
    start: (start) => startServer(start, defer),
    progress: (step) => process.stderr.write(`${step} …\n`),
  }
}
