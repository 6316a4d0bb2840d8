import type { Migration as AnyMigration } from 'kysely/migration'
import * as initial from './0001-initial.ts'
import * as indexes from './0002-indexes.ts'
import * as loginFailures from './0003-login-failures.ts'
import * as segments from './0004-segments.ts'

/** A step from one state of the tables to the next. */
export interface Migration {
  /** @param schemaName - Where the tables are. */
  up(database: Parameters<AnyMigration['up']>[0], schemaName: string): Promise<void>
}

/** Every migration by name, in order. One that was released is never edited: a change is a further one. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-initial': initial,
  '0002-indexes': indexes,
  '0003-login-failures': loginFailures,
  '0004-segments': segments,
}
