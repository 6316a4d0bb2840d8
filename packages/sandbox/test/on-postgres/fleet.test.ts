import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { exampleWorld } from '../../src/index.ts'
import { createSandbox } from '../../src/node.ts'
import { createDatabase } from '../postgres/databases.ts'

const server = inject('postgres')

const request = (line: string, token = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX') => {
  const [method = '', path = ''] = line.split(' ')
  const headers = { Authorization: `Bearer ${token}` }
  return new Request(`http://localhost:8000/api${path}`, { method, headers })
}

/** Sandboxes over one new database, each with connections of its own, as processes would have. */
async function startFleet(size: number) {
  const { url, drop } = await createDatabase(server ?? '')
  const starting = Array.from({ length: size }, () =>
    createSandbox({ databaseUrl: url, seed: exampleWorld, checkResponses: true }),
  )
  const sandboxes = await Promise.all(starting)
  onTestFinished(async () => {
    await Promise.all(sandboxes.map((sandbox) => sandbox.close()))
    await drop()
  })
  return { sandboxes, url }
}

describe('a fleet over one PostgreSQL', () => {
  test('may start at once on an empty database', async () => {
    const { sandboxes } = await startFleet(10)
    const answers = sandboxes.map(async ({ fetch }) => (await fetch(request('GET /users/email'))).text())
    expect(await Promise.all(answers)).toEqual(sandboxes.map(() => 'ada@example.com'))
  })

  test('revokes a token on all of it at once', async () => {
    const [first, second] = (await startFleet(2)).sandboxes
    await first?.fetch(request('POST /users/logout'))
    expect((await second?.fetch(request('GET /users/email')))?.status).toBe(401)
  })

  test('keeps what was written for who starts later, and seeds it no more', async () => {
    const { sandboxes, url } = await startFleet(1)
    await sandboxes[0]?.fetch(request('POST /users/logout'))
    const later = await createSandbox({ databaseUrl: url, seed: exampleWorld })
    onTestFinished(() => later.close())
    expect((await later.fetch(request('GET /users/email'))).status).toBe(401)
  })
})

test('refuses to keep what is written in two places', async () => {
  const both = createSandbox({ data: 'here', databaseUrl: 'postgres://localhost/sandbox' })
  await expect(both).rejects.toThrow('expected either a directory or a database URL, got both')
})
