import type { Sandbox } from '@windmill-user-api/sandbox'
import { createSandbox } from '@windmill-user-api/sandbox/node'
import { startPostgres } from '../../../sandbox/test/postgres/server.ts'

/** Where a correct server keeps what is written. */
export type Database = 'PGlite' | 'PostgreSQL'

interface Opened {
  readonly sandbox: Sandbox
  close(): Promise<void>
}

/** Correct servers, one for each database, opened when they are first asked for. */
export function startServers() {
  const opened = new Map<Database, Promise<Opened>>()
  return {
    async open(database: Database): Promise<Sandbox> {
      const known = opened.get(database) ?? openers[database]()
      opened.set(database, known)
      return (await known).sandbox
    },
    async close(): Promise<void> {
      for (const server of opened.values()) await (await server).close()
    },
  }
}

const openers: Readonly<Record<Database, () => Promise<Opened>>> = {
  async PGlite() {
    const sandbox = await createSandbox()
    return { sandbox, close: () => sandbox.close() }
  },
  async PostgreSQL() {
    const postgres = await startPostgres()
    const sandbox = await createSandbox({ databaseUrl: postgres.url })
    const close = async () => {
      await sandbox.close()
      await postgres.stop()
    }
    return { sandbox, close }
  },
}
