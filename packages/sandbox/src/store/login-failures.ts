import { sql } from 'kysely'
import type { Database } from '../database/schema.ts'
import { statement } from '../database/statement.ts'

/** Lets one transaction at a time decide about an e-mail's logins. */
export async function lockLogins(database: Database, emailHash: string): Promise<void> {
  await lock(database, { emailHash })
}

const lock = statement((database, { emailHash }: { readonly emailHash: string }) =>
  database.selectNoFrom(sql`pg_advisory_xact_lock(hashtextextended(${emailHash}, 0))`.as('locked')),
)

interface Latest {
  readonly emailHash: string
  readonly since: Date
  readonly limit: number
}

/** When the e-mail's latest logins failed, newest first. */
export async function listFailures(database: Database, latest: Latest): Promise<Date[]> {
  const rows = await selectFailures(database, latest)
  return rows.map(({ failed_at }) => failed_at)
}

const selectFailures = statement((database, { emailHash, since, limit }: Latest) =>
  database
    .selectFrom('login_failure')
    .select('failed_at')
    .where('email_hash', '=', emailHash)
    .where('failed_at', '>', since)
    .orderBy('failed_at', 'desc')
    .limit(limit),
)

/** Counts a failure. */
export async function insertFailure(database: Database, emailHash: string, now: Date): Promise<void> {
  await insert(database, { emailHash, now })
}

const insert = statement((database, { emailHash, now }: { readonly emailHash: string; readonly now: Date }) =>
  database.insertInto('login_failure').values({ email_hash: emailHash, failed_at: now }),
)

/** Forgets all failures of an e-mail. */
export async function removeFailures(database: Database, emailHash: string): Promise<void> {
  await database.deleteFrom('login_failure').where('email_hash', '=', emailHash).execute()
}

/** In rows. Whoever fails to log in does not wait for more. */
const mostAtOnce = 1_000

/** Forgets failures that count no more, of whatever e-mail, but for those that somebody else is just deleting. */
export async function purgeFailures(database: Database, before: Date): Promise<void> {
  await deleteOld(database, { before })
}

// By an array, so that PostgreSQL goes to the rows instead of looking through all.
const deleteOld = statement((database, { before }: { readonly before: Date }) => {
  const old = database
    .selectFrom('login_failure')
    .select(sql.ref('ctid').as('ctid'))
    .where('failed_at', '<=', before)
    .limit(mostAtOnce)
    .forUpdate()
    .skipLocked()
  return database.deleteFrom('login_failure').where(sql`ctid = any(array(${old}))`.$castTo<boolean>())
})
