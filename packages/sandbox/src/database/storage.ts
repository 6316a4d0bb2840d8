import type { Database } from './schema.ts'

/** A place for the tables: they are there, and up to date. The port behind which PGlite and PostgreSQL look the same. */
export interface Storage {
  readonly database: Database
  /** Whether it is empty, nobody else writes into it, and its user may do everything. */
  readonly isNew?: boolean
  /** Empties all tables in a transaction of it, so that nobody sees them empty. */
  clear(transaction: Database): Promise<void>
  close(): Promise<void>
}
