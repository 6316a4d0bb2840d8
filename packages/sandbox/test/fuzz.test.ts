import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { asCommand } from '../fuzz/as-command.ts'
import { fuzz } from '../fuzz/fuzz.ts'
import { growth } from '../fuzz/memory.ts'
import { parseCount, parseDuration } from '../fuzz/parse-options.ts'
import { world } from '../fuzz/world.ts'
import type { Sandbox } from '../src/index.ts'
import { createSandbox } from './create-sandbox.ts'
import { createDatabase } from './postgres/databases.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await createSandbox({ seed: world, checkResponses: true })
})
afterAll(() => sandbox.close())

const windows = (count: number) => (done: readonly unknown[]) => done.length < count

test('what no client would send makes the sandbox neither fail nor hang', async () => {
  const { problem, statuses } = await fuzz(sandbox, { seed: 2026, goesOn: windows(2), runsPerWindow: 100 })
  expect(problem).toBeUndefined()
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404, 405, 422]))
})

test('a failure is found, and told by the request alone that makes it', async () => {
  const faulty = async (request: Request) =>
    request.url.includes('whois') ? new Response('Internal: planted', { status: 500 }) : new Response()
  const { problem = '' } = await fuzz(
    { fetch: faulty, reset: async () => undefined },
    { seed: 1, goesOn: windows(5) },
  )
  const [reason, , sent, ...commands] = problem.split('\n')
  expect([reason, sent]).toEqual([
    'the answer HTTP/1.1 500 Internal Server Error: Internal: planted',
    'Sent:',
  ])
  expect(commands).toEqual([expect.stringMatching(/^(printf .* \| )?curl -i .*whois/)])
})

describe('growing memory', () => {
  test.each([
    ['is found after it has warmed up', [50, 90, 100, 110, 120, 130, 140, 150, 160], 30],
    ['is none where it stays', [50, 90, 100, 101, 99, 102, 100, 98, 103], 0],
    ['cannot be told from little', [50, 90, 140], 0],
  ])('%s', (_case, megabytes, expected) => expect(growth(megabytes)).toBe(expected))
})

const request = {
  method: 'POST',
  target: '/api/users/tokens/create',
  headers: [['X-Empty', ''] as const, ["It's", '\xff'] as const],
  body: Uint8Array.of(0x7b, 0xff, 0x27, 0x25),
  chunked: false,
  damage: undefined,
}

test('a request is told as a command', () => {
  expect(asCommand(request, 'http://localhost:8000')).toBe(
    String.raw`printf '{\377\047%%' | curl -i -X POST --request-target '/api/users/tokens/create' -H 'X-Empty;' -H "$(printf 'It\047s: \377')" --data-binary @- http://localhost:8000`,
  )
  const cut = asCommand({ ...request, damage: { kind: 'cut', part: 0.1 } }, 'http://localhost:8000')
  expect(cut).toMatch(/^printf 'POST \/ap' \| nc localhost 8000$/)
})

test.each([
  ['30s', 30_000],
  ['2m', 120_000],
])('%s is a duration', (text, milliseconds) => expect(parseDuration(text)).toBe(milliseconds))

test('a count is a whole number', () => {
  expect(parseCount('--requests', '100000')).toBe(100_000)
  for (const text of ['', 'x', '1.5'])
    expect(() => parseCount('--requests', text)).toThrow('--requests: expected')
})

const main = new URL('../fuzz/main.ts', import.meta.url).pathname

test.each([
  [['--duration', 'long'], 2, '--duration: expected a time such as 30s or 10m, got long'],
  [['--seed', 'x'], 2, '--seed: expected a whole number such as 2026, got x'],
  [['--help'], 0, ''],
])('the command %j ends with %i', async (options, status, message) => {
  const ended = await new Promise<{ status: number; errors: string }>((resolve) => {
    execFile(process.execPath, [main, ...options], (error, _out, errors) => {
      resolve({ status: Number(error?.code ?? 0), errors })
    })
  })
  expect(ended).toEqual({ status, errors: expect.stringContaining(message) })
})

const server = inject('postgres')

/** Where the tests run on PostgreSQL, so does the command. Tells how many accounts it has left there. */
async function ownDatabase() {
  if (server === undefined) return { options: [], countAccounts: async () => undefined }
  const { url, drop } = await createDatabase(server)
  onTestFinished(drop)
  const countAccounts = async () => {
    const client = new Client(url)
    await client.connect()
    const { rowCount } = await client
      .query('select from windmill_user_sandbox.account')
      .finally(() => client.end())
    return rowCount
  }
  return { options: ['--database-url', url], countAccounts }
}

test('Ctrl-C ends the command at once with what it has found', async () => {
  const { options, countAccounts } = await ownDatabase()
  const command = spawn(process.execPath, [main, '--seed', '2026', '--duration', '1h', ...options])
  const ended = once(command, 'close')
  const summary = text(command.stdout)
  for await (const line of command.stderr) if (String(line).includes('window 1')) break
  command.kill('SIGINT')
  expect(await ended).toEqual([130, null])
  expect(await summary).toMatch(/^\d{3,} requests with the seed 2026\nanswers 200: .*\nfound nothing\n$/)
  if (server !== undefined) expect(await countAccounts()).toBeGreaterThan(0)
})
