import { inject } from 'vitest'
import type { Sandbox, SandboxOptions } from '../src/index.ts'
import { createSandbox as createNodeSandbox } from '../src/node.ts'
import { createDatabase } from './postgres/databases.ts'

/** A sandbox on the database that the tests run on: PGlite in memory, or a new database of PostgreSQL. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const server = inject('postgres')
  if (server === undefined || options.data !== undefined) return createNodeSandbox(options)
  const { url, drop } = await createDatabase(server)
  const sandbox = await createNodeSandbox({ ...options, databaseUrl: url })
  const close = async () => {
    await sandbox.close()
    await drop()
  }
  return { ...sandbox, close }
}
