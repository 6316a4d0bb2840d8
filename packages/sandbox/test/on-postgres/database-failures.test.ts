import { describe, expect, inject, onTestFinished, test, vi } from 'vitest'
import { exampleWorld } from '../../src/index.ts'
import { createSandbox } from '../../src/node.ts'
import { createDatabase, execute } from '../postgres/databases.ts'
import { startProxy } from '../postgres/proxy.ts'
import { ada, send } from '../use-sandbox.ts'

const server = inject('postgres') ?? ''

async function temporaryDatabase() {
  const { url, drop } = await createDatabase(server)
  onTestFinished(drop)
  return url
}

/** A sandbox whose reports are looked at by nobody. */
async function sandboxThatReports() {
  const report = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const databaseUrl = await temporaryDatabase()
  const sandbox = await createSandbox({ databaseUrl, seed: exampleWorld })
  onTestFinished(async () => {
    await sandbox.close()
    report.mockRestore()
  })
  return { databaseUrl, sandbox }
}

describe('a PostgreSQL', () => {
  test.each([
    ['/nowhere', 'has no database nowhere. Make it: createdb nowhere'],
    ['//nobody:wrong@', 'refuses the password of nobody'],
  ])('that does not let us in is told at the start (%s)', async (change, message) => {
    const url = new URL(server)
    if (change.startsWith('//')) [url.username, url.password] = ['nobody', 'wrong']
    if (!change.startsWith('//')) url.pathname = change
    await expect(createSandbox({ databaseUrl: url.href })).rejects.toThrow(message)
  })

  test('that a newer program has changed is refused', async () => {
    const databaseUrl = await temporaryDatabase()
    await (await createSandbox({ databaseUrl })).close()
    await execute(
      databaseUrl,
      "insert into windmill_user_sandbox.migration values ('9999-future', '2030-01-01')",
    )
    await expect(createSandbox({ databaseUrl })).rejects.toThrow(
      /newer than this program: its tables are those of 9999-future, and this program knows them up to \d{4}-[a-z-]+/,
    )
  })

  test('that goes away is told with 503, and used again when it is back', async () => {
    const report = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const proxy = await startProxy(await temporaryDatabase())
    const sandbox = await createSandbox({ databaseUrl: proxy.url, seed: exampleWorld })
    onTestFinished(async () => {
      await sandbox.close()
      await proxy.close()
      report.mockRestore()
    })
    const ask = () => send(sandbox.fetch, 'GET /users/email', { as: ada })
    await Promise.all(Array.from({ length: 20 }, ask))
    await proxy.cut()
    const { status, body, headers } = await ask()
    expect([status, body]).toEqual([503, 'Unavailable: the database does not answer'])
    expect(headers.get('Retry-After')).toBe('1')
    await proxy.mend()
    expect(await ask()).toMatchObject({ status: 200, body: 'ada@example.com' })
  })

  test('that a newer program changes meanwhile is told with 503 once for each connection', async () => {
    const { databaseUrl, sandbox } = await sandboxThatReports()
    const ask = () => send(sandbox.fetch, 'GET /users/email', { as: ada })
    for (const _again of [1, 2]) expect(await ask()).toMatchObject({ status: 200 })
    await execute(
      databaseUrl,
      'alter table windmill_user_sandbox.account alter column name type varchar(1000)',
    )
    expect(await ask()).toMatchObject({ status: 503 })
    expect(await ask()).toMatchObject({ status: 200 })
  })

  test('that ends connections in the middle of a request takes down only that', async () => {
    const { databaseUrl, sandbox } = await sandboxThatReports()
    const body = { label: 'ci' }
    const create = () => send(sandbox.fetch, 'POST /users/tokens/create', { as: ada, body })
    const under = Promise.all(Array.from({ length: 50 }, create))
    const end =
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'
    await execute(databaseUrl, end)
    const statuses = new Set((await under).map(({ status }) => status))
    expect([...statuses].filter((status) => status !== 201 && status !== 503)).toEqual([])
    // The pool may hear of an idle connection that has ended only when it is used.
    await expect.poll(create).toMatchObject({ status: 201 })
  })
})
