import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'

/** A run of tests in short: starts the server that npm has brought, stops it, and has failed. */
const failedRun = `
import { startPostgres } from ${JSON.stringify(new URL('../postgres/server.ts', import.meta.url).href)}
const { stop } = await startPostgres()
process.exitCode = 3
await stop()
`

test('a run that has failed ends with its own status, not with that of the PostgreSQL package', async () => {
  const run = spawn(process.execPath, ['--input-type=module', '-e', failedRun])

  expect(await once(run, 'exit')).toEqual([3, null])
})
