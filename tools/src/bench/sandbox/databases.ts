import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { repository } from '../../repository.ts'
import type { Defer } from './cleaning-up.ts'

/** The part of node-postgres that is used. */
interface PostgresClient {
  connect(): Promise<void>
  query(statements: string): Promise<unknown>
  end(): Promise<void>
}

/** The part of PGlite that is used. */
interface Pglite {
  exec(statements: string): Promise<unknown>
  close(): Promise<void>
}

/** Makes an empty database of PostgreSQL that nobody else uses, and resolves to its URL. */
export type CreateDatabase = () => Promise<string>

/** Empty databases, as many as are asked for: on a given PostgreSQL, else on one that npm has brought. */
export async function openDatabases(given: string | undefined, defer: Defer): Promise<CreateDatabase> {
  const server = given ?? (await startOwnPostgres(defer))
  return async () => {
    const name = `sandbox_bench_${crypto.randomUUID().replaceAll('-', '')}`
    await executeOnPostgres(server, `create database ${name} template template0`)
    defer(() => executeOnPostgres(server, `drop database ${name} with (force)`))
    return new URL(`/${name}`, server).href
  }
}

/** How the tests of the sandbox start one that ends with this process, whatever becomes of it. */
interface OwnPostgres {
  startPostgresApart(): Promise<{ readonly url: string; stop(): Promise<void> }>
}

async function startOwnPostgres(defer: Defer): Promise<string> {
  const file = path.join(repository, 'packages/sandbox/test/postgres/apart.ts')
  const { startPostgresApart }: OwnPostgres = await import(pathToFileURL(file).href)
  const { url, stop } = await startPostgresApart()
  defer(stop)
  return url
}

/** Runs statements on a connection of their own. */
export async function executeOnPostgres(url: string, statements: string): Promise<void> {
  const { default: pg }: { default: { Client: new (url: string) => PostgresClient } } =
    await importOfSandbox('pg')
  const client = new pg.Client(url)
  await client.connect()
  await client.query(statements).finally(() => client.end())
}

/** Runs statements in a PGlite directory that no sandbox has open. */
export async function executeInDirectory(directory: string, statements: string): Promise<void> {
  const { PGlite }: { PGlite: { create(directory: string): Promise<Pglite> } } =
    await importOfSandbox('@electric-sql/pglite')
  const pglite = await PGlite.create(directory)
  await pglite.exec(statements).finally(() => pglite.close())
}

/** What the sandbox depends on, in the sandbox's version: it alone has it installed. */
async function importOfSandbox<Module>(name: string): Promise<Module> {
  const { resolve } = createRequire(path.join(repository, 'packages/sandbox/package.json'))
  return import(pathToFileURL(resolve(name)).href)
}
