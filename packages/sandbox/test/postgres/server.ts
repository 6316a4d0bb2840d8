import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { reachablePrograms } from './reachable.ts'

/** A PostgreSQL that the tests may do with as they like. */
export interface PostgresServer {
  readonly url: string
  stop(): Promise<void>
}

const unsafeButFast = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
]

/** Starts a PostgreSQL that npm has brought, on a free port, in a directory that goes with it. */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const { EmbeddedPostgres, remove } = await keepingExitStatus(reachablePrograms)
  const port = await freePort()
  const settings = ['unix_socket_directories=', ...(durable ? [] : unsafeButFast)]
  const postgres = new EmbeddedPostgres({
    databaseDir: await mkdtemp(path.join(tmpdir(), 'sandbox-postgres-')),
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
  const stop = async () => {
    await postgres.stop()
    await remove()
  }
  return { url: `postgres://postgres:password@localhost:${port}/postgres`, stop }
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
