import { Client } from 'pg'

declare module 'vitest' {
  interface ProvidedContext {
    /** The URL of a PostgreSQL whose user may make databases; none where the tests run on PGlite. */
    readonly postgres: string | undefined
  }
}

/** A database that nobody else uses. */
export interface TestDatabase {
  readonly url: string
  drop(): Promise<void>
}

/** Makes an empty database on a server. */
export async function createDatabase(server: string): Promise<TestDatabase> {
  const name = `sandbox_${crypto.randomUUID().replaceAll('-', '')}`
  await execute(server, `create database ${name} template template0`)
  return {
    url: new URL(`/${name}`, server).href,
    drop: () => execute(server, `drop database ${name} with (force)`),
  }
}

/** Runs one statement on a connection of its own. */
export async function execute(url: string, statement: string): Promise<void> {
  const client = new Client(url)
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
