import { type Kysely, sql } from 'kysely'

/** So that no request costs more, the more there is: what has expired is found, and an admin among many members. */
export async function up({ schema }: Kysely<never>): Promise<void> {
  await schema.createIndex('oauth_flow_started').on('oauth_flow').column('started_at').execute()
  await schema.createIndex('provider_grant_granted').on('provider_grant').column('granted_at').execute()
  await schema
    .createIndex('member_admin')
    .on('member')
    .columns(['workspace_id', 'username'])
    .where(sql.ref('is_admin'), '=', true)
    .execute()
}
