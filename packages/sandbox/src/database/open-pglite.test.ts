import { expect, onTestFinished, test } from 'vitest'
import { openPglite } from './open-pglite.ts'
import { loadSnapshot } from './snapshot.ts'

test('plans by indexes from its start', async () => {
  const pglite = await openPglite({ loadDataDir: await loadSnapshot() })
  onTestFinished(() => pglite.close())
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
