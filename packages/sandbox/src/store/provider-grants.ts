import type { Selectable } from 'kysely'
import type { Database, ProviderGrantTable } from '../database/schema.ts'

/** A row of `provider_grant`. */
export type ProviderGrant = Selectable<ProviderGrantTable>

/** Remembers what was handed out. */
export async function insertGrant(database: Database, grant: ProviderGrant): Promise<void> {
  await database.insertInto('provider_grant').values(grant).execute()
}

/** Takes a grant away and says what it was: a code and an access token are good for one use here. */
export async function takeGrant(
  database: Database,
  kind: ProviderGrant['kind'],
  hash: string,
): Promise<ProviderGrant | undefined> {
  return database
    .deleteFrom('provider_grant')
    .where('hash', '=', hash)
    .where('kind', '=', kind)
    .returningAll()
    .executeTakeFirst()
}

/** Forgets grants that nobody came back for, but for those that somebody else is just deleting. */
export async function purgeGrants(database: Database, before: Date): Promise<void> {
  await database
    .deleteFrom('provider_grant')
    .where('hash', 'in', ({ selectFrom }) =>
      selectFrom('provider_grant').select('hash').where('granted_at', '<', before).forUpdate().skipLocked(),
    )
    .execute()
}
