import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packAll } from '../../src/packages/pack.ts'
import { repository } from '../../src/repository.ts'

const run = promisify(execFile)
const admin = { email: 'admin@windmill.dev', password: 'changeme' }

let project: string
let baseUrl: string
let sandbox: ChildProcess

beforeAll(async () => {
  project = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-project-'))
  await installPackages()
  const port = await freePort()
  baseUrl = `http://localhost:${port}/api`
  sandbox = await startSandbox(port)
})

afterAll(async () => {
  if (sandbox?.exitCode === null) {
    sandbox.kill('SIGTERM')
    await once(sandbox, 'exit')
  }
  await rm(project, { recursive: true })
})

test('the client calls the sandbox', async () => {
  const script = `
    import { createUserApi } from '@windmill-user-api/client'
    const visitor = createUserApi({ baseUrl: '${baseUrl}', auth: { kind: 'none' } })
    const token = await visitor.login({ body: ${JSON.stringify(admin)} })
    const api = createUserApi({ baseUrl: '${baseUrl}', auth: { kind: 'bearer', token } })
    console.log(JSON.stringify(await api.globalWhoami()))
  `
  await writeFile(path.join(project, 'call.mjs'), script)
  const { stdout } = await run('node', ['call.mjs'], { cwd: project })
  expect(JSON.parse(stdout)).toMatchObject({ email: admin.email, super_admin: true })
})

test('the client can be tried in a REPL, as its README says', async () => {
  const readme = await readFile(path.join(repository, 'packages/client/README.md'), 'utf8')
  const [, session = ''] = /```\n\$ node\n([^`]+)```/.exec(readme) ?? []
  const typed = [...session.matchAll(/^> (.+)$/gm)].map(([, line = '']) => line)
  const said = session.trim().split('\n').at(-1)

  const repl = spawn('node', ['--interactive'], { cwd: project, env: { ...process.env, NO_COLOR: '1' } })
  let printed = ''
  for (const line of [undefined, ...typed]) {
    if (line) repl.stdin.write(`${line.replace('http://localhost:8000/api', baseUrl)}\n`)
    // the next prompt comes when the line has been evaluated
    for await (const chunk of repl.stdout.iterator({ destroyOnReturn: false })) {
      printed += chunk
      if (/\n> $/.test(printed)) break
    }
  }
  repl.kill()
  expect(printed).toContain(`> ${said}\n`)
})

test('the compiler finds the types of what is installed', async () => {
  const script = `
    import { createUserApi } from '@windmill-user-api/client'
    import type { GlobalUserInfo } from '@windmill-user-api/types'
    const api = createUserApi({ baseUrl: '${baseUrl}', auth: { kind: 'none' } })
    export const me: Promise<GlobalUserInfo> = api.globalWhoami()
    // @ts-expect-error a workspace is needed
    export const wrong = api.whoami({})
  `
  await writeFile(path.join(project, 'types.mts'), script)
  const tsc = path.resolve(import.meta.dirname, '../../node_modules/.bin/tsc')
  const options = [
    '--noEmit',
    '--strict',
    '--target',
    'es2023',
    '--module',
    'nodenext',
    '--lib',
    'es2023,dom',
    'types.mts',
  ]
  const { stdout } = await run(tsc, options, { cwd: project }).catch((failure: { stdout: string }) => failure)
  expect(stdout).toBe('')
})

test('all of it can be required, and works together', async () => {
  const script = `
    const scope = '@windmill-user-api/'
    const entries = ['client', 'client/validate', 'contract-tests', 'msw', 'msw/fixtures', 'react-query', 'sandbox', 'sandbox/node']
    const empty = entries.filter((entry) => Object.keys(require(scope + entry)).length === 0)
    const { paths } = require(scope + 'openapi/openapi.json')
    const { license } = require(scope + 'client/package.json')
    const loaded = Object.keys(require.cache).filter((file) => file.includes(scope))
    const asModules = loaded.filter((file) => !/\\.(?:cjs|json)$/.test(file))

    const { createSandbox } = require(scope + 'sandbox/node')
    const { openSession } = require(scope + 'client')
    async function main() {
      const sandbox = await createSandbox()
      const fetch = (url, init) => sandbox.fetch(new Request(url, init))
      const api = await openSession({ baseUrl: '${baseUrl}', fetch }, ({ login }) => login({ body: ${JSON.stringify(admin)} }))
      const email = await api.getCurrentEmail()
      await sandbox.close()
      console.log(JSON.stringify({ empty, asModules, license, hasPaths: Object.keys(paths).length > 0, email }))
    }
    main()
  `
  await writeFile(path.join(project, 'require.cjs'), script)
  const { stdout } = await run('node', ['require.cjs'], { cwd: project })
  expect(JSON.parse(stdout)).toEqual({
    empty: [],
    asModules: [],
    license: 'Apache-2.0',
    hasPaths: true,
    email: admin.email,
  })
})

test('the contract command finds the sandbox in order', async () => {
  const command = path.join(project, 'node_modules/.bin/windmill-user-contract')
  const options = ['--base-url', baseUrl, '--admin-email', admin.email, '--admin-password', admin.password]
  const { stdout } = await run(command, options, { cwd: project, maxBuffer: 64 * 1024 * 1024 })
  expect(stdout).toMatch(/^0 findings, 0 new; [\d,]+ checks passed in/m)
})

test('the documents can be imported', async () => {
  const script = `
    import published from '@windmill-user-api/openapi/openapi.json' with { type: 'json' }
    import internal from '@windmill-user-api/openapi/openapi.internal.json' with { type: 'json' }
    console.log(Object.keys(published.paths).length < Object.keys(internal.paths).length)
  `
  await writeFile(path.join(project, 'document.mjs'), script)
  expect((await run('node', ['document.mjs'], { cwd: project })).stdout.trim()).toBe('true')
})

test('the sandbox ends with status 0 when it is told to', async () => {
  sandbox.kill('SIGTERM')
  const [code] = await once(sandbox, 'exit')
  expect(code).toBe(0)
})

/** As somebody would: from the tarballs alone, each standing in for its name in the registry. */
async function installPackages(): Promise<void> {
  const tarballs = await packAll(project)
  const files = Object.fromEntries(tarballs.map(({ name, file }) => [name, `file:${file}`]))
  const manifest = { name: 'fresh-project', private: true, type: 'module', dependencies: files }
  await writeFile(path.join(project, 'package.json'), JSON.stringify(manifest))
  const overrides = Object.entries(files).map(([name, file]) => `  '${name}': '${file}'\n`)
  await writeFile(path.join(project, 'pnpm-workspace.yaml'), `overrides:\n${overrides.join('')}`)
  await run('pnpm', ['install', '--prefer-offline', '--no-frozen-lockfile', '--ignore-scripts'], {
    cwd: project,
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (typeof address !== 'object' || !address) throw new Error('the system gave no port')
  return address.port
}

/** The command as it is installed; ready when it has printed where it is. */
async function startSandbox(port: number): Promise<ChildProcess> {
  const command = path.join(project, 'node_modules/.bin/windmill-user-sandbox')
  const child = spawn(command, ['--port', String(port)], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // its log, which says why where it does not start
  let log = ''
  child.stderr.on('data', (chunk) => {
    log += chunk
  })
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.includes(`:${port}`)) return child
  }
  throw new Error(`the sandbox ended before it said where it is: ${log}`)
}
