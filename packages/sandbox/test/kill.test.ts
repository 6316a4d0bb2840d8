import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, inject, onTestFinished, test } from 'vitest'
import { createDatabase } from './postgres/databases.ts'
import { startCommand } from './start-command.ts'
import { ada } from './use-sandbox.ts'

const server = inject('postgres')

/** What keeps the data, as options of the command. */
async function lasting(): Promise<string[]> {
  if (server !== undefined) {
    const { url, drop } = await createDatabase(server)
    onTestFinished(drop)
    return ['--database-url', url]
  }
  const directory = await mkdtemp(path.join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  return ['--data', directory]
}

const as = (token: string) => ({ Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' })

/** Makes tokens until the server is gone, and adds each one that it has answered. */
async function makeTokens(url: string, acknowledged: string[]): Promise<void> {
  const create = () => fetch(`${url}/users/tokens/create`, { method: 'POST', headers: as(ada), body: '{}' })
  try {
    for (;;) {
      const response = await create()
      const text = await response.text()
      // Another status acknowledges nothing: while a database comes back, it is a 503.
      if (response.status === 201) acknowledged.push(text)
    }
  } catch {
    // It has been killed: what it had not answered may be there or not.
  }
}

/** In the midst of writing, however fast this machine is. */
async function untilMore(acknowledged: readonly string[]): Promise<void> {
  const before = acknowledged.length
  while (acknowledged.length < before + 5) await setTimeout(5)
}

async function lost(url: string, tokens: readonly string[]): Promise<string[]> {
  const statuses = tokens.map(
    async (token) => (await fetch(`${url}/users/email`, { headers: as(token) })).status,
  )
  const found = await Promise.all(statuses)
  return tokens.filter((_token, index) => found[index] !== 200)
}

/** As often in the full tier, and as `KILLS` says. */
const kills = Number(process.env['KILLS'] ?? (process.env['TEST_TIER'] === 'full' ? 20 : 10))

test('what was answered before each of many kills is there after the restart', {
  timeout: kills * 60_000,
}, async ({ annotate }) => {
  const options = [...(await lasting()), '--seed', 'example']
  const acknowledged: string[] = []
  for (let round = 0; round < kills; round += 1) {
    const { stop, url } = await startCommand(...options)
    const under = Promise.all(Array.from({ length: 4 }, () => makeTokens(url, acknowledged)))
    await untilMore(acknowledged)
    await stop('SIGKILL')
    await under
  }
  const { stop, url } = await startCommand(...options)
  expect(acknowledged.length).toBeGreaterThan(kills)
  expect(await lost(url, acknowledged)).toEqual([])
  await annotate(`${kills} kills, ${acknowledged.length} acknowledged writes, none lost`)
  expect(await stop('SIGTERM')).toBe(0)
})
