import type { Kysely } from 'kysely'

/** So that failed logins that count no more are found, of whatever e-mail they are. */
export async function up({ schema }: Kysely<never>): Promise<void> {
  await schema.createIndex('login_failure_failed').on('login_failure').column('failed_at').execute()
}
