import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { repository } from '../../src/repository.ts'

const run = promisify(execFile)

test('Redocly finds the published document easy to integrate: 95 of 100 or more', async () => {
  const { stdout } = await run(
    'node_modules/.bin/redocly',
    ['score', 'dist/openapi.yaml', '--format', 'json'],
    {
      cwd: path.join(repository, 'spec'),
      env: { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      maxBuffer: 16 * 1024 * 1024,
    },
  )
  const { agentReadiness, discoverability } = JSON.parse(stdout)
  expect(agentReadiness).toBeGreaterThanOrEqual(95)
  expect(discoverability).toBeGreaterThanOrEqual(95)
})
