import { sql } from 'kysely'
import type { Database } from '../database/schema.ts'

/** Lets one transaction at a time decide about an e-mail's logins. */
export async function lockLogins(database: Database, emailHash: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${emailHash}, 0))`.execute(database)
}

/** When the e-mail's latest logins failed, newest first. */
export async function listFailures(
  database: Database,
  emailHash: string,
  since: Date,
  limit: number,
): Promise<Date[]> {
  const rows = await database
    .selectFrom('login_failure')
    .select('failed_at')
    .where('email_hash', '=', emailHash)
    .where('failed_at', '>', since)
    .orderBy('failed_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ failed_at }) => failed_at)
}

/** Counts a failure. */
export async function insertFailure(database: Database, emailHash: string, now: Date): Promise<void> {
  await database.insertInto('login_failure').values({ email_hash: emailHash, failed_at: now }).execute()
}

/** Forgets all failures of an e-mail. */
export async function removeFailures(database: Database, emailHash: string): Promise<void> {
  await database.deleteFrom('login_failure').where('email_hash', '=', emailHash).execute()
}

/** In rows. Whoever fails to log in does not wait for more. */
const mostAtOnce = 1_000

/** Forgets failures that count no more, of whatever e-mail, but for those that somebody else is just deleting. */
export async function purgeFailures(database: Database, before: Date): Promise<void> {
  const old = database
    .selectFrom('login_failure')
    .select(sql.ref('ctid').as('ctid'))
    .where('failed_at', '<=', before)
    .limit(mostAtOnce)
    .forUpdate()
    .skipLocked()
  // By an array, so that PostgreSQL goes to the rows instead of looking through all.
  await database
    .deleteFrom('login_failure')
    .where(sql`ctid = any(array(${old}))`.$castTo<boolean>())
    .execute()
}
