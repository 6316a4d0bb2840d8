import { expect, inject, onTestFinished, test } from 'vitest'
import { createSandbox } from '../../src/node.ts'
import { createDatabase, execute } from '../postgres/databases.ts'
import { admin, send, worldWithTokens } from '../use-sandbox.ts'

test('times are read back whatever zone and order the owner of the database prefers', async () => {
  const server = inject('postgres') ?? ''
  const { url, drop } = await createDatabase(server)
  const name = new URL(url).pathname.slice(1)
  await execute(server, `alter database ${name} set timezone to 'Europe/Amsterdam'`)
  await execute(server, `alter database ${name} set datestyle to 'German'`)
  const createdAt = '1900-01-01T00:00:00.000Z'
  const members = worldWithTokens.members.map((member) => ({ ...member, createdAt }))
  const sandbox = await createSandbox({ seed: { ...worldWithTokens, members }, databaseUrl: url })
  onTestFinished(async () => {
    await sandbox.close()
    await drop()
  })
  const ask = async (path: string) =>
    (await send(sandbox.fetch, `GET /w/demo/users/${path}`, { as: admin })).body
  expect(await ask('whois/ada')).toMatchObject({ created_at: createdAt })
  expect(await ask('list')).toContainEqual(expect.objectContaining({ created_at: createdAt }))
})
