import { aSwitch, aText } from './configuration/option-rules.ts'
import { type OptionRule, refuseWrongOptions } from './configuration/refuse-wrong-options.ts'
import { createSandbox as createEmbeddedSandbox } from './create-sandbox.ts'
import { explainPostgres } from './database/failure.ts'
import { type Sandbox, type SandboxOptions, sandboxOptionRules, startSandbox } from './sandbox.ts'

/** How a sandbox is to be where there is Node. */
export interface NodeSandboxOptions extends SandboxOptions {
  /**
   * A PostgreSQL that keeps what is written, such as `postgres://user:password@localhost:5432/sandbox`. Any number of
   * processes may share it, and start at once. Its tables are in the schema `windmill_user_sandbox`. Default: none, PGlite keeps it.
   * Not together with `data`.
   */
  readonly databaseUrl?: string
  /** Allows a database that already holds other tables, such as those of your application. Default: false, such a database is refused. */
  readonly shareDatabase?: boolean
}

const rules: Readonly<Record<keyof NodeSandboxOptions, OptionRule>> = {
  ...sandboxOptionRules,
  databaseUrl: aText('postgres://localhost:5432/sandbox'),
  shareDatabase: aSwitch,
}

/**
 * Starts a sandbox, also over PostgreSQL.
 *
 * @throws TypeError where an option is unknown or cannot be used; Error where both `data` and `databaseUrl` are given; the driver's error where the database cannot be reached.
 * @example
 * ```ts
 * import { createSandbox } from '@windmill-user-api/sandbox/node'
 *
 * const sandbox = await createSandbox({ databaseUrl: 'postgres://postgres:password@localhost:5432/sandbox' })
 * ```
 */
export async function createSandbox(options: NodeSandboxOptions = {}): Promise<Sandbox> {
  refuseWrongOptions('createSandbox', options, rules)
  const { databaseUrl, shareDatabase, ...others } = options
  if (databaseUrl === undefined) return createEmbeddedSandbox(others)
  if (others.data !== undefined) throw new Error('expected either a directory or a database URL, got both')
  // The driver takes a tenth of the start of those who do not need it.
  const { openPostgres } = await import('./database/postgres.ts')
  return startSandbox(() => openPostgres(databaseUrl, shareDatabase), others).catch((error: unknown) => {
    throw explainPostgres(error, databaseUrl)
  })
}
