import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packOnly } from '../../src/packages/pack.ts'
import { repository } from '../../src/repository.ts'

const run = promisify(execFile)
const names = ['contract-tests', 'openapi', 'sandbox', 'types']

let project: string

beforeAll(async () => {
  project = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-vitest-'))
  await install()
  await writeFile(path.join(project, 'contract.test.ts'), await sample())
}, 120_000)

afterAll(() => rm(project, { recursive: true }))

test('the suite runs in a project of somebody else, against a server in its process', async () => {
  const { status, out } = await vitest({})
  expect(out).toMatch(/getCurrentEmail > valid-call: returns 200/)
  expect(status).toBe(0)
}, 120_000)

test('what the server does wrong fails there like a bug report', async () => {
  const { status, out } = await vitest({ FAULT: 'open' })
  expect(out).toContain('rule       credentials-missing: Calls without credentials are refused.')
  expect(out).toMatch(/document {3}openapi\.yaml:\d+/)
  expect(status).toBe(1)
}, 120_000)

test('the compiler finds its types', async () => {
  const tsc = path.join(repository, 'tools/node_modules/.bin/tsc')
  const options = [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--types',
    'node',
    '--module',
    'nodenext',
    '--target',
    'es2023',
  ]
  const { stdout } = await run(tsc, [...options, 'contract.test.ts'], { cwd: project }).catch(
    (failure: { stdout: string }) => failure,
  )
  expect(stdout).toBe('')
})

/** The sample of the README, with a server that can be made faulty and two operations, to be quick. */
async function sample(): Promise<string> {
  const readme = await readFile(path.join(repository, 'packages/contract-tests/README.md'), 'utf8')
  const [, code = ''] = /```ts\n([^`]*contract-tests\/vitest[^`]*)```/.exec(readme) ?? []
  expect(code).toContain("import { app } from './app.ts'")
  return code
    .replace("import { app } from './app.ts'", application)
    .replace('contractTests({', "contractTests({\n  filter: ['getCurrentEmail', 'listTokens'],")
}

const application = `import { createSandbox } from '@windmill-user-api/sandbox'
const sandbox = await createSandbox()
const app = {
  async fetch(request: Request): Promise<Response> {
    const answer = await sandbox.fetch(request)
    const isOpen = process.env['FAULT'] === 'open' && answer.status === 401
    return isOpen ? new Response('ada@example.com', { headers: { 'content-type': 'text/plain' } }) : answer
  },
}`

async function vitest(environment: Readonly<Record<string, string>>) {
  const command = path.join(project, 'node_modules/.bin/vitest')
  // The variables of the run that this test is a part of are not for the other one.
  const { PATH } = process.env
  const env = { PATH, NO_COLOR: '1', ...environment }
  const options = ['run', '--root', project, '--reporter', 'verbose']
  return run(command, options, { cwd: project, env, maxBuffer: 64 * 1024 * 1024 }).then(
    ({ stdout, stderr }) => ({ status: 0, out: stdout + stderr }),
    (failure: { code: number; stdout: string; stderr: string }) => ({
      status: failure.code,
      out: failure.stdout + failure.stderr,
    }),
  )
}

async function install(): Promise<void> {
  const tarballs = await packOnly(names, project)
  const files = Object.fromEntries(tarballs.map(({ name, file }) => [name, `file:${file}`]))
  const { version } = JSON.parse(
    await readFile(path.join(repository, 'tools/node_modules/vitest/package.json'), 'utf8'),
  )
  const dependencies = { ...files, vitest: version, '@types/node': '*' }
  await writeFile(
    path.join(project, 'package.json'),
    JSON.stringify({ name: 'fresh-vitest', private: true, type: 'module', dependencies }),
  )
  const overrides = Object.entries(files).map(([name, file]) => `  '${name}': '${file}'\n`)
  await writeFile(path.join(project, 'pnpm-workspace.yaml'), `overrides:\n${overrides.join('')}`)
  await run('pnpm', ['install', '--prefer-offline', '--no-frozen-lockfile', '--ignore-scripts'], {
    cwd: project,
  })
}
