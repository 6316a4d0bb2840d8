import { connect } from 'node:net'
import { sql } from 'kysely'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openMemory } from '../src/database/memory.ts'
import type { Database } from '../src/database/schema.ts'
import type { LogEntry, Random } from '../src/index.ts'
import { serve } from '../src/node.ts'
import { startSandbox } from '../src/sandbox.ts'
import { ada, send, worldWithTokens } from './use-sandbox.ts'

/** A sandbox, what it logs, and what it reports to those who run it. */
async function start(options: { readonly random?: Random } = {}) {
  const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => reported.mockRestore())
  const storage = await openMemory()
  const entries: LogEntry[] = []
  const log = (entry: LogEntry) => void entries.push(entry)
  const sandbox = await startSandbox(async () => storage, { seed: worldWithTokens, log, ...options })
  onTestFinished(() => sandbox.close())
  return {
    ...storage,
    sandbox,
    entries,
    reports: () => reported.mock.calls.map(([report]) => String(report)),
  }
}

const createToken = { as: ada, body: {} }
const hungUp = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })

test.each([
  ['/users/tokens/create', 'application/json'],
  ['/oauth/provider/token', 'application/x-www-form-urlencoded'],
])(
  'a client that hangs up in the middle of a body is neither the database nor a bug: %s',
  async (path, mediaType) => {
    const { sandbox, entries, reports } = await start()
    const init = {
      method: 'POST',
      headers: { Authorization: `Bearer ${ada}`, 'Content-Type': mediaType },
      body: new ReadableStream({ start: (stream) => stream.error(hungUp) }),
      duplex: 'half',
    }
    const response = await sandbox.fetch(new Request(`http://localhost:8000/api${path}`, init))
    expect([response.status, await response.text()]).toEqual([
      400,
      'Bad request: the body broke off before its end',
    ])
    expect(entries).toMatchObject([{ status: 400, failure: 'client-aborted' }])
    expect(reports()).toEqual([])
  },
)

test('a client that hangs up is told apart on a real connection, too', async () => {
  const { sandbox, entries, reports } = await start()
  let hasArrived = false
  const fetch = (request: Request) => {
    hasArrived = true
    return sandbox.fetch(request)
  }
  const server = await serve({ fetch })
  onTestFinished(() => server.close())
  const socket = connect(Number(new URL(server.url).port), 'localhost')
  const headers = `Host: localhost\r\nAuthorization: Bearer ${ada}\r\nContent-Type: application/json`
  socket.write(`POST /api/users/tokens/create HTTP/1.1\r\n${headers}\r\nContent-Length: 1000\r\n\r\n{"label"`)
  await vi.waitFor(() => expect(hasArrived).toBe(true))
  socket.resetAndDestroy()
  await vi.waitFor(() => expect(entries).toMatchObject([{ status: 400, failure: 'client-aborted' }]))
  expect(reports()).toEqual([])
})

/** Makes PostgreSQL say that it has no connection left, to whoever inserts a token, until the test has ended. */
async function refuseTokens(database: Database): Promise<void> {
  const [, table = ''] = /from (\S+)/.exec(database.selectFrom('token').selectAll().compile().sql) ?? []
  const token = sql.raw(table)
  const body = "begin raise exception using errcode = '53300'; end"
  await sql`create or replace function pg_temp.refuse() returns trigger as ${sql.lit(body)} language plpgsql`.execute(
    database,
  )
  await sql`create trigger refuse before insert on ${token} execute function pg_temp.refuse()`.execute(
    database,
  )
  // A sandbox that opens later uses the tables again.
  onTestFinished(async () => void (await sql`drop trigger refuse on ${token}`.execute(database)))
}

test('a database that does not answer is told in one line, and with when to come back', async () => {
  const { sandbox, database, entries, reports } = await start()
  await refuseTokens(database)
  const { status, body, headers } = await send(sandbox.fetch, 'POST /users/tokens/create', createToken)
  expect([status, body, headers.get('Retry-After')]).toEqual([
    503,
    'Unavailable: the database does not answer',
    '1',
  ])
  expect(entries).toMatchObject([{ status: 503, failure: 'database-unavailable' }])
  expect(reports()).toEqual([expect.stringMatching(/^the database does not answer: [^\n]+$/)])
})

test('a bug is one, although its error has a code of the network', async () => {
  let isBroken = false
  const random: Random = (length) => {
    if (isBroken) throw hungUp
    return crypto.getRandomValues(new Uint8Array(length))
  }
  const { sandbox, entries, reports } = await start({ random })
  isBroken = true
  expect(await send(sandbox.fetch, 'POST /users/tokens/create', createToken)).toMatchObject({
    status: 500,
    body: 'Internal: the server has failed, and has reported why',
  })
  expect(entries).toMatchObject([{ status: 500, failure: 'internal' }])
  expect(reports()).toEqual(['Error: read ECONNRESET'])
})

test("a refusal is nobody's failure", async () => {
  const { sandbox, entries } = await start()
  await send(sandbox.fetch, 'GET /users/whoami', {})
  expect(entries).toMatchObject([{ status: 401 }])
  expect(entries[0]).not.toHaveProperty('failure')
})
