import type { Selectable } from 'kysely'
import type { Database, OauthFlowTable } from '../database/schema.ts'

/** A row of `oauth_flow`. */
export type OauthFlow = Selectable<OauthFlowTable>

/** Remembers a login that goes off to a provider. */
export async function insertFlow(database: Database, flow: OauthFlow): Promise<void> {
  await database.insertInto('oauth_flow').values(flow).execute()
}

/** Takes a flow away and says what it was, so that a state is good for one use. */
export async function takeFlow(
  database: Database,
  clientName: string,
  stateHash: string,
): Promise<OauthFlow | undefined> {
  return database
    .deleteFrom('oauth_flow')
    .where('state_hash', '=', stateHash)
    .where('client_name', '=', clientName)
    .returningAll()
    .executeTakeFirst()
}

/** Forgets flows that nobody can come back from any more, but for those that somebody else is just deleting. */
export async function purgeFlows(database: Database, before: Date): Promise<void> {
  await database
    .deleteFrom('oauth_flow')
    .where('state_hash', 'in', ({ selectFrom }) =>
      selectFrom('oauth_flow').select('state_hash').where('started_at', '<', before).forUpdate().skipLocked(),
    )
    .execute()
}
