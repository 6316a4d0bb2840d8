import { execFile } from 'node:child_process'
import { globSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { createSandbox, exampleWorld, type Sandbox } from '@windmill-user-api/sandbox'
import { type Server, serve } from '@windmill-user-api/sandbox/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { repository } from '../../src/repository.ts'

const run = promisify(execFile)
const spec = path.join(repository, 'spec')
const workflows = globSync('workflows/*.arazzo.yaml', { cwd: spec }).sort()

let sandbox: Sandbox
let server: Server

beforeAll(async () => {
  sandbox = await createSandbox({ seed: exampleWorld, checkResponses: true })
  server = await serve(sandbox)
})

afterAll(async () => {
  await server?.close()
  await sandbox?.close()
})

test('there are the five stories, at least', () => {
  expect(workflows.length).toBeGreaterThanOrEqual(5)
})

test.each(workflows)('a server tells %s as it is written', async (workflow) => {
  await sandbox.reset()
  const options = ['respect', workflow, '--server', `userApi=${server.url}/api`]
  const failed = await run('node_modules/.bin/redocly', options, { cwd: spec, env: quiet }).then(
    () => undefined,
    (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
  )
  expect(failed).toBeUndefined()
})

const quiet = { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', REDOCLY_TELEMETRY: 'off' }
