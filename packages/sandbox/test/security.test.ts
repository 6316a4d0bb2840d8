import { readFile } from 'node:fs/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openMemory } from '../src/database/memory.ts'
import { startSandbox } from '../src/sandbox.ts'
import { ada, admin, send, worldWithTokens } from './use-sandbox.ts'

async function start() {
  const { database, ...storage } = await openMemory()
  const opened = async () => ({ database, ...storage })
  const sandbox = await startSandbox(opened, { seed: worldWithTokens })
  onTestFinished(() => sandbox.close())
  const call = (line: string, options: Parameters<typeof send>[2] = {}) => send(sandbox.fetch, line, options)
  return { call, database }
}

test('the database holds no password and no token', async () => {
  const { call, database } = await start()
  const body = { email: 'ada@example.com', password: 'analytical-engine' }
  const { body: session } = await call('POST /auth/login', { body })
  const { body: token } = await call('POST /users/tokens/create', { as: ada, body: {} })
  const state = (await call('GET /oauth/login/sandbox')).headers.get('Set-Cookie')?.match(/csrf=([^;]+)/)?.[1]
  const tables = ['account', 'token', 'oauth_flow', 'provider_grant', 'login_failure'] as const
  const rows = tables.map((table) => database.selectFrom(table).selectAll().execute())
  const kept = JSON.stringify(await Promise.all(rows))
  expect(kept).toContain('$argon2id$v=19$m=4096,t=3,p=1$')
  for (const secret of [body.password, ada, session, token, state]) expect(kept).not.toContain(secret)
})

test('a failure tells its sender nothing of its reason', async () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { call, database } = await start()
  await database.schema.dropTable('invite').execute()
  const { status, body } = await call('GET /users/list_invites', { as: ada })
  expect([status, body]).toEqual([500, 'Internal: the server has failed, and has reported why'])
  expect(String(report.mock.calls[0])).toContain('invite')
  report.mockRestore()
})

test.each(["ada' or '1'='1", "'; drop table account; --", 'ada"', '$1', '\\'])(
  'SQL in a value is a value',
  async (text) => {
    const { call } = await start()
    const name = encodeURIComponent(text)
    expect(await call(`GET /w/demo/users/whois/${name}`, { as: admin })).toMatchObject({ status: 404 })
    const body = { email: text, password: text }
    expect(await call('POST /auth/login', { body })).toMatchObject({ status: 400 })
    const deleted = await call(`DELETE /users/tokens/delete/${name}`, { as: ada })
    expect(deleted.body).toContain('deleted 0 tokens')
  },
)

test('each line of the threat model names a test that there is', async () => {
  const read = (path: string) => readFile(new URL(`../${path}`, import.meta.url), 'utf8')
  const lines = (await read('docs/security.md')).matchAll(/^\| .* \| `(.+)`: (.+) \|$/gm)
  const named = [...lines].map(([, file = '', title = '']) => ({ file, title }))
  const missing = await Promise.all(
    named.map(async ({ file, title }) => ((await read(file)).includes(`'${title}'`) ? [] : [title])),
  )
  expect(named.length).toBeGreaterThan(25)
  expect(missing.flat()).toEqual([])
})
