import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { version } from '../src/version.ts'
import { breakingProxy } from './breaking-proxy.ts'
import { type Ended, startCommand } from './run-command.ts'
import { type ServedSandbox, serveSandbox } from './served-sandbox.ts'
import { listen } from './servers/listen.ts'

const name = '@windmill-user-api/openapi'

let folder: string
let sandbox: ServedSandbox

beforeAll(async () => {
  sandbox = await serveSandbox()
  folder = mkdtempSync(path.join(tmpdir(), 'contract-verify-'))
})

afterAll(async () => {
  rmSync(folder, { recursive: true })
  await sandbox.close()
})

/** Two operations are enough: what a run finds is tested elsewhere. */
function verify(url: string, environment: Readonly<Record<string, string>>, ...more: readonly string[]) {
  return verifyIn(folder, url, environment, more)
}

function verifyIn(
  cwd: string,
  url: string,
  environment: Readonly<Record<string, string>>,
  more: readonly string[],
) {
  const admin = ['--admin-email', 'admin@windmill.dev', '--admin-password', 'changeme']
  const chosen = ['--filter', 'getCurrentEmail', '--profile', 'quick']
  const options = ['verify', '--base-url', url, ...admin, ...chosen, ...more]
  return startCommand(options, { cwd, environment: { HOME: folder, ...environment } }).ended
}

function linesOf({ out }: Ended): readonly string[] {
  return out.trimEnd().split('\n')
}

/** A registry that has one release of the document, packed by npm. */
async function startRegistry(released: string, openapi: object) {
  const place = path.join(folder, released)
  mkdirSync(path.join(place, 'dist'), { recursive: true })
  writeFileSync(path.join(place, 'package.json'), JSON.stringify({ name, version: released }))
  writeFileSync(path.join(place, 'dist/openapi.json'), JSON.stringify(openapi))
  const { stdout } = await promisify(execFile)('npm', ['pack', '--json'], { cwd: place })
  const [{ filename, integrity }] = JSON.parse(stdout)
  const tarball = readFileSync(path.join(place, filename))
  const registry = await listen((request, response) => {
    if (request.url?.endsWith('.tgz')) return void response.end(tarball)
    const dist = { tarball: `http://${request.headers.host}/document.tgz`, integrity }
    const versions = { [released]: { name, version: released, dist } }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ name, 'dist-tags': { latest: released }, versions }))
  })
  return registry
}

test('says in one line that a server fits, and in one what the newest version adds', async () => {
  const { paths } = createRequire(import.meta.url)(`${name}/openapi.json`)
  const count = { get: { operationId: 'countTokens', responses: {} } }
  const registry = await startRegistry('99.0.0', { paths: { ...paths, '/users/tokens/count': count } })

  const ended = await verify(sandbox.baseUrl, { npm_config_registry: new URL(registry.baseUrl).origin })
  await registry.close()

  expect(linesOf(ended)).toEqual([
    expect.stringMatching(
      new RegExp(`^${sandbox.baseUrl} fits ${version}: \\d+ checks passed, 0 with accepted`),
    ),
    'The newest contract is 99.0.0. It adds countTokens.',
  ])
  expect(ended.status).toBe(0)
})

test('asks the registry that the .npmrc of the project names, and leaves the project as it was', async () => {
  const registry = await startRegistry('98.0.0', { paths: {} })
  const project = path.join(folder, 'project')
  mkdirSync(path.join(project, 'ci'), { recursive: true })
  writeFileSync(path.join(project, 'package.json'), '{ "private": true }')
  writeFileSync(
    path.join(project, '.npmrc'),
    `@windmill-user-api:registry=${new URL(registry.baseUrl).origin}\n`,
  )

  // Any other registry cannot be reached.
  const unreachable = { npm_config_registry: 'http://127.0.0.1:1' }
  const ended = await verifyIn(path.join(project, 'ci'), sandbox.baseUrl, unreachable, [])
  await registry.close()

  expect(linesOf(ended)[1]).toContain('The newest contract is 98.0.0.')
  expect(readdirSync(project, { recursive: true }).toSorted()).toEqual(['.npmrc', 'ci', 'package.json'])
})

test('says in one line that a server does not fit, whatever the registry says', async () => {
  const broken = await breakingProxy(sandbox.baseUrl)
  const ended = await verify(broken.baseUrl, {}, '--offline')
  await broken.close()

  const [verdict] = linesOf(ended)
  expect(verdict).toMatch(/ does not fit [\d.]+: \d+ new findings? \(\d+ security/)
  expect(ended.status).toBe(1)
})

test.each([
  ['the registry cannot be reached', { npm_config_registry: 'http://127.0.0.1:1' }, [], /cannot be reached/],
  ['it is told to stay offline', {}, ['--offline'], /--offline was given/],
])('the verdict stands when %s', async (_, environment, options, reason) => {
  const ended = await verify(sandbox.baseUrl, environment, ...options)
  const [verdict, newest] = linesOf(ended)
  expect(verdict).toContain(` fits ${version}: `)
  expect(newest).toMatch(reason)
  expect(ended.status).toBe(0)
})

test('an argument with a slip is told from the command', async () => {
  const { status, err } = await startCommand(['verfy', '--base-url', sandbox.baseUrl]).ended
  expect(err).toContain("command-argument value 'verfy' is invalid")
  expect(status).toBe(2)
})
