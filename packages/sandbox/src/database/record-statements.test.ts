import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createTables } from './migrate.ts'
import { recordStatements } from './record-statements.ts'

test('records what would be executed, in the schema that it would be executed in', async () => {
  const statements = await recordStatements((database) => createTables(database, 'sandbox_2'))
  expect(statements[0]).toMatch(/^create table "sandbox_2"."workspace" \("id" text/)
  expect(statements.length).toBeGreaterThan(15)
})

test('refuses statements with parameters', async () => {
  const recording = recordStatements(async (database) => {
    await sql`select ${1}`.execute(database)
  })
  await expect(recording).rejects.toThrow('a statement with parameters cannot be recorded: select $1')
})
