import { expect, onTestFinished, test } from 'vitest'
import { openPglite } from './open-pglite.ts'
import { preparePglite } from './prepare-pglite.ts'
import { loadSnapshot } from './snapshot.ts'

async function open() {
  const pglite = await openPglite({ loadDataDir: await loadSnapshot() })
  onTestFinished(() => pglite.close())
  return pglite
}

test('plans by indexes from its start', async () => {
  const pglite = await open()
  const { rows } = await pglite.query(
    `select name, setting from pg_settings
    where name in ('enable_seqscan', 'enable_hashjoin', 'enable_mergejoin') order by name`,
  )
  expect(rows).toEqual([
    { name: 'enable_hashjoin', setting: 'off' },
    { name: 'enable_mergejoin', setting: 'off' },
    { name: 'enable_seqscan', setting: 'off' },
  ])
})

test('an array is refused instead of written in a way that PostgreSQL does not read', async () => {
  const { query } = preparePglite(await open())
  await expect(
    query('select email from account where email = any($1)', [['ada@example.com']]),
  ).rejects.toThrow('Expected JSON')
})
