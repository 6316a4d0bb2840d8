import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { createSandbox, exampleWorld, type Sandbox } from '@windmill-user-api/sandbox'
import { type Server, serve } from '@windmill-user-api/sandbox/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installApart } from '../../src/packages/install-apart.ts'
import { repository } from '../../src/repository.ts'

interface Folder {
  readonly name: string
  readonly item: readonly { readonly name: string }[]
}

const file = path.join(repository, 'packages/docs/dist/postman.json')
const collection: { readonly item: readonly { name: string; item: readonly Folder[] }[] } = JSON.parse(
  await readFile(file, 'utf8'),
)
const workflows = collection.item.find(({ name }) => name === 'Workflows')?.item ?? []

const execute = promisify(execFile)

let installed: string
let sandbox: Sandbox
let server: Server

beforeAll(async () => {
  installed = await installApart(path.join(import.meta.dirname, 'runners'))
  sandbox = await createSandbox({ seed: exampleWorld, checkResponses: true })
  server = await serve(sandbox)
}, 300_000)

afterAll(async () => {
  await server?.close()
  await sandbox?.close()
})

/** Runs one folder, and tells what newman counts. */
async function run(folder: string, ...options: readonly string[]): Promise<string> {
  const parts = ['run', file, '--folder', folder, '--env-var', `baseUrl=${server.url}/api`, '--color', 'off']
  const { stdout } = await execute(path.join(installed, 'node_modules/.bin/newman'), [...parts, ...options])
  return stdout
}

test('the published collection has workflows', () => {
  expect(workflows.length).toBeGreaterThan(0)
})

test.each(workflows)('newman runs the workflow $name as it is expected', async ({ name, item }) => {
  await sandbox.reset()
  expect(await run(name)).toMatch(new RegExp(`requests │ +${item.length} │ +0 │`))
})

test('newman fails where a response is not as expected', async () => {
  await sandbox.reset()
  const wrong = ['--env-var', 'log-in-and-look-around.password=wrong']
  await expect(run('log-in-and-look-around', ...wrong)).rejects.toMatchObject({
    stdout: expect.stringContaining('$statusCode == 200'),
  })
})

test('newman sends the samples of operations with a token', async () => {
  await sandbox.reset()
  const login = await fetch(`${server.url}/api/auth/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'admin@windmill.dev', password: 'changeme' }),
  })
  expect(await run('listUsers', '--env-var', `token=${await login.text()}`)).toMatch(
    /GET .*\/w\/demo\/users\/list \[200 OK/,
  )
})

test('Bruno imports the collection, and runs every workflow as it is expected', async () => {
  await sandbox.reset()
  const folder = await mkdtemp(path.join(tmpdir(), 'bruno-'))
  await execute(process.execPath, [path.join(installed, 'write-bruno.mjs'), file, folder])
  const bru = path.join(installed, 'node_modules/.bin/bru')
  const options = ['run', 'Workflows', '-r', '--env-var', `baseUrl=${server.url}/api`]
  const { stdout } = await execute(bru, options, { cwd: folder })
  const steps = workflows.flatMap(({ item }) => item).length
  expect(stdout).toContain(`${steps} (${steps} Passed)`)
  await rm(folder, { recursive: true })
})
