import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { serve } from '@windmill-user-api/sandbox/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../src/generated/operations.ts'
import { breakingProxy } from './breaking-proxy.ts'
import { type ServedSandbox, serveSandbox } from './served-sandbox.ts'

const main = new URL('../src/main.ts', import.meta.url).pathname
const admin = ['--admin-email', 'admin@windmill.dev', '--admin-password', 'changeme']
/** Checks that wait for nothing: others let a token expire. */
const atOnce = ['--rule', 'valid-call', '--rule', 'credentials-missing', '--rule', 'credentials-unknown']

let sandbox: ServedSandbox

beforeAll(async () => {
  sandbox = await serveSandbox()
})

afterAll(() => sandbox.close())

describe('windmill-user-contract', () => {
  test('exits 0 when a server over a port keeps the contract', async () => {
    const { status, out, err } = await run('--base-url', sandbox.baseUrl, ...admin, '--internal')
    expect(out).toMatch(/^\d+ of \d+ documented statuses exercised/)
    expect(out).toMatch(/\n0 findings, 0 new; [\d,]+ checks passed in [\d.]+ s, seed \d+\n$/)
    expect(status).toBe(0)
    expect(err).toMatch(/^windmill-user-contract [\d.]+: loading the contract\n(\d+ of \d+ checks, \w+\n)*$/)
  }, 120_000)

  test('exits 1 when a server breaks the contract, and says how without a secret', async () => {
    const proxy = await breakingProxy(sandbox.baseUrl)
    const options = [...admin, '--filter', 'getCurrentEmail', ...atOnce]
    const { status, out } = await run('--base-url', proxy.baseUrl, ...options)
    await proxy.close()
    expect(status).toBe(1)
    expect(out).toMatch(
      /✗ F\d+ security: getCurrentEmail accepts a call without credentials \(200, not 401\)\n/,
    )
    expect(out).toContain('  rule       credentials-missing: Calls without credentials are refused.')
    expect(out).toContain('  expected   status: 401, actual: 200\n')
    expect(out).toContain(`  request    curl -i '${proxy.baseUrl}/users/email'`)
    expect(out).toMatch(/\n\d+ findings, \d+ new; \d+ checks passed/)
    expect(out).not.toMatch(/Bearer (?!\[secret\])|changeme|contract-password/)
  })

  test.each([
    [
      'there is no server',
      () => ['--base-url', 'http://localhost:1/api', ...admin],
      'The server at http://localhost:1/api cannot be reached',
    ],
    [
      'there is another API',
      () => ['--base-url', `${sandbox.baseUrl}/elsewhere`, ...admin],
      'There is no such API',
    ],
    ['the URL is none', () => ['--base-url', 'localhost', ...admin], 'The base URL is "localhost". Expected'],
    [
      'the credentials are refused',
      () => [
        '--base-url',
        sandbox.baseUrl,
        '--admin-email',
        'admin@windmill.dev',
        '--admin-password',
        'wrong',
      ],
      'refuses the credentials of admin@windmill.dev',
    ],
    [
      'no server is named',
      () => admin,
      '--base-url is missing. Expected --base-url http://localhost:8000/api',
    ],
    ['an option is unknown', () => ['--no-such-option'], "unknown option '--no-such-option'"],
    [
      'an operation is unknown',
      () => ['--base-url', sandbox.baseUrl, ...admin, '--filter', 'nobody'],
      'No operation is called "nobody"',
    ],
    [
      'nothing would be checked',
      () => ['--base-url', sandbox.baseUrl, ...admin, '--filter', 'login', '--rule', 'used-once'],
      'No check of login has the rule used-once',
    ],
  ])('exits 2 when %s', async (_what, args, message) => {
    const { status, out, err } = await run(...args())
    expect(err).toContain(message)
    expect(err).not.toContain('    at ')
    expect(out).toBe('')
    expect(status).toBe(2)
  })

  test.each([
    [
      'the server is slow',
      () => new Promise<Response>(() => {}),
      /The server at .* sends no complete response within the time limit/,
    ],
    [
      'there is a web page',
      async () =>
        new Response('<!doctype html><title>Hello</title>', { headers: { 'content-type': 'text/html' } }),
      /There is a web page, and no API, at .*Expected the base URL of the API/,
    ],
    [
      'the server is broken',
      async () => new Response('oops', { status: 500 }),
      /There is no such API at .*returns 500/,
    ],
    [
      'logins are limited',
      async () => new Response('Too many requests: wait', { status: 429, headers: { 'retry-after': '600' } }),
      /refuses logins of admin@windmill\.dev for now: status 429, Retry-After 600/,
    ],
  ])('exits 2 when %s', async (_what, fetch, message) => {
    const server = await serve({ fetch })
    const { status, out, err } = await run('--base-url', `${server.url}/api`, ...admin, '--timeout', '300')
    expect(err).toMatch(message)
    expect(out).toBe('')
    expect(status).toBe(2)
    await server.close()
  })

  test('lists what differs, knows it the next time, and refuses the list once it is old', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'contract-command-'))
    const file = path.join(folder, 'deviations.yaml')
    const proxy = await breakingProxy(sandbox.baseUrl)
    const options = [...admin, '--filter', 'getCurrentEmail', ...atOnce]
    const first = await run('--base-url', proxy.baseUrl, ...options, '--write-deviations', file)
    const second = await run('--base-url', proxy.baseUrl, ...options, '--deviations', file)
    await proxy.close()
    const third = await run('--base-url', sandbox.baseUrl, ...options, '--deviations', file)
    rmSync(folder, { recursive: true })
    expect([first.status, second.status, third.status]).toEqual([1, 0, 1])
    expect(second.out).toMatch(/\n\d+ findings, 0 new; /)
    expect(third.out).toContain('no longer occurs (getCurrentEmail). Remove it: --prune-deviations does.')
  })

  test('replays a seed, and writes GitHub annotations', async () => {
    const proxy = await breakingProxy(sandbox.baseUrl)
    const environment = { GITHUB_ACTIONS: 'true', WINDMILL_CONTRACT_SEED: '42' }
    const options = ['--base-url', proxy.baseUrl, ...admin, '--filter', 'getCurrentEmail', '--bail']
    const { out } = await runWith(environment, ...options)
    await proxy.close()
    expect(out).toMatch(/, seed 42\n/)
    expect(out).toMatch(/\n::error title=contract%3A [a-z-]+::getCurrentEmail /)
  })

  test('removes nothing where nothing is left', async () => {
    const { status, out } = await run('--base-url', sandbox.baseUrl, ...admin, '--cleanup', 'nosuchrun')
    expect(out).toBe('0 removed, 0 left\n')
    expect(status).toBe(0)
  })

  test('reads the server and the account from the environment', async () => {
    const environment = {
      WINDMILL_CONTRACT_BASE_URL: sandbox.baseUrl,
      WINDMILL_CONTRACT_ADMIN_EMAIL: 'admin@windmill.dev',
      WINDMILL_CONTRACT_ADMIN_PASSWORD: 'changeme',
    }
    const { status, out } = await runWith(environment, '--filter', 'whoami', ...atOnce)
    expect(out).toMatch(/^0 findings, 0 new; \d+ checks passed/m)
    expect(status).toBe(0)
  })

  test('lists what it would check, by operation, rule and title', async () => {
    const { status, out } = await run('--list')
    expect(out).toContain('whoami  credentials-missing  returns 401 for a call without credentials\n')
    const listed = new Set(out.split('\n').map((line) => line.split(' ', 1)[0]))
    const published = Object.values(operations).filter(({ internal }) => !internal)
    expect([...listed].filter(Boolean)).toEqual(published.map(({ id }) => id))
    expect(status).toBe(0)
  })

  test('explains itself with examples', async () => {
    const { status, out } = await run('--help')
    expect(out).toContain('windmill-user-contract --base-url http://localhost:8000/api --admin-email')
    expect(out).toContain('Exit status: 0 nothing new differs, 1 something does')
    expect(status).toBe(0)
  })
})

interface Ended {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

function run(...args: readonly string[]): Promise<Ended> {
  return runWith({}, ...args)
}

function runWith(environment: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ended> {
  return start(environment, ...args).ended
}

function start(environment: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env['PATH'], ...environment },
  })
  const printed = { out: '', err: '' }
  child.stdout.on('data', (chunk) => (printed.out += chunk))
  child.stderr.on('data', (chunk) => (printed.err += chunk))
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, ...printed }))
  })
  return { process: child, ended }
}
