import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, onTestFinished, test } from 'vitest'
import * as initial from '../src/database/migrations/0001-initial.ts'
import { openPglite } from '../src/database/open-pglite.ts'
import type { Schema } from '../src/database/schema.ts'
import { loadSnapshot } from '../src/database/snapshot.ts'
import { sha256 } from '../src/domain/digest.ts'
import { createSandbox } from '../src/node.ts'
import { ada, send } from './use-sandbox.ts'

/** A directory with the tables of the first release, which Kysely's migrator has made, and an account with a token. */
async function makeEarlierDirectory(dataDir: string): Promise<void> {
  const pglite = await openPglite({ dataDir, loadDataDir: await loadSnapshot() })
  await pglite.exec('drop schema public cascade; create schema public')
  const database = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) })
  const provider = { getMigrations: async () => ({ '0001-initial': initial }) }
  await new Migrator({ db: database, provider }).migrateToLatest()
  const now = new Date()
  await sql`insert into account (email, login_type, super_admin, verified, created_at)
    values ('ada@example.com', 'password', true, true, ${now})`.execute(database)
  await sql`insert into token (hash, prefix, email, session, created_at, last_used_at)
    values (${await sha256(ada)}, ${ada.slice(0, 10)}, 'ada@example.com', false, ${now}, ${now})`.execute(
    database,
  )
  await database.destroy()
}

test('a directory of the first release keeps its data, and gets what came later', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const data = path.join(folder, 'data')
  await makeEarlierDirectory(data)
  const sandbox = await createSandbox({ data })
  expect(sandbox.seeded).toBe(false)
  expect(await send(sandbox.fetch, 'GET /users/email', { as: ada })).toMatchObject({
    body: 'ada@example.com',
  })
  await sandbox.close()
  const pglite = await openPglite({ dataDir: data })
  const { rows } = await pglite.query("select indexname from pg_indexes where indexname = 'member_admin'")
  await pglite.close()
  expect(rows).toHaveLength(1)
})
