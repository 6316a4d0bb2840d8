import { sql } from 'kysely'
import type { Database } from '../database/schema.ts'

/** Whether the database answers. */
export async function isReady(database: Database): Promise<boolean> {
  return sql`select 1`.execute(database).then(
    () => true,
    () => false,
  )
}
