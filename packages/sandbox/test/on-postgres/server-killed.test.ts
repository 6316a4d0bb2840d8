import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { exampleWorld } from '../../src/index.ts'
import { createSandbox } from '../../src/node.ts'
import { startPostgres } from '../postgres/server.ts'
import { ada, type Reply, send } from '../use-sandbox.ts'

type Ask = () => Promise<Reply>

/** What writers have been told. */
interface Told {
  /** Tokens that were acknowledged. */
  readonly tokens: string[]
  readonly statuses: Set<number>
}

/** Makes tokens, also while that fails, and keeps what it is told. */
async function keepWriting(create: Ask, told: Told, end: AbortSignal): Promise<void> {
  while (!end.aborted) {
    const { status, body } = await create()
    told.statuses.add(status)
    if (status === 201) told.tokens.push(String(body))
    if (status !== 201) await setTimeout(10)
  }
}

/** What it says once it says something: so many who ask at once may wait too long for a connection. */
async function answered(ask: Ask): Promise<Reply> {
  const reply = await ask()
  if (reply.status !== 503) return reply
  await setTimeout(50)
  return answered(ask)
}

/** In the midst of writing, however fast this machine is. */
async function untilMore(tokens: readonly string[]): Promise<void> {
  const before = tokens.length
  while (tokens.length < before + 5) await setTimeout(5)
}

async function untilAnswered(ask: Ask): Promise<void> {
  while ((await ask()).status !== 200) await setTimeout(10)
}

/** As often in the full tier, and as `KILLS` says. */
const kills = Number(process.env['KILLS'] ?? (process.env['TEST_TIER'] === 'full' ? 20 : 10))

test('what was answered before each of many kills of the database is there, and the sandbox goes on by itself', {
  timeout: kills * 60_000,
}, async ({ annotate }) => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const postgres = await startPostgres('a kill')
  const sandbox = await createSandbox({ databaseUrl: postgres.url, seed: exampleWorld })
  onTestFinished(async () => {
    await sandbox.close()
    await postgres.stop()
    report.mockRestore()
  })
  const askWith = (token: string) => () => send(sandbox.fetch, 'GET /users/email', { as: token })
  const create = () => send(sandbox.fetch, 'POST /users/tokens/create', { as: ada, body: {} })
  const told: Told = { tokens: [], statuses: new Set() }
  const end = new AbortController()
  const writing = Promise.all(Array.from({ length: 8 }, () => keepWriting(create, told, end.signal)))
  for (let round = 0; round < kills; round += 1) {
    await untilMore(told.tokens)
    await postgres.kill()
    const { status, headers } = await askWith(ada)()
    expect([status, headers.get('Retry-After')]).toEqual([503, '1'])
    await postgres.startAgain()
    await untilAnswered(askWith(ada))
  }
  end.abort()
  await writing
  expect([...told.statuses].sort()).toEqual([201, 503])
  expect(told.tokens.length).toBeGreaterThan(kills)
  const found = await Promise.all(told.tokens.map((token) => answered(askWith(token))))
  expect(new Set(found.map(({ status }) => status))).toEqual(new Set([200]))
  await annotate(`${kills} kills, ${told.tokens.length} acknowledged writes, none lost`)
})
