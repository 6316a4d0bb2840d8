import type { Database } from './schema.ts'

/** A place for the tables: they are there, and up to date. The port behind which PGlite and PostgreSQL look the same. */
export interface Storage {
  readonly database: Database
  /** Whether nothing has been written yet. */
  isEmpty(): Promise<boolean>
  /** Empties all tables. */
  clear(): Promise<void>
  close(): Promise<void>
}
