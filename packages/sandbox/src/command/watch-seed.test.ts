import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createSandbox } from '../../test/create-sandbox.ts'
import { ada, send } from '../../test/use-sandbox.ts'
import { watchSeed } from './watch-seed.ts'

/** A world of one account, which has the token. */
const world = (email: string) =>
  `accounts: [{ email: ${email}, password: analytical-engine, superAdmin: true }]\ntokens: [{ token: ${ada}, email: ${email} }]\n`

/** A sandbox that follows a file, and what was told. */
async function follow() {
  const folder = await mkdtemp(path.join(tmpdir(), 'sandbox-'))
  const file = path.join(folder, 'world.yaml')
  await writeFile(file, world('ada@example.com'))
  const sandbox = await createSandbox()
  const told: string[] = []
  const stop = await watchSeed(file, sandbox, (text) => told.push(text.replaceAll(file, 'world.yaml')))
  onTestFinished(async () => {
    stop()
    await sandbox.close()
    await rm(folder, { recursive: true })
  })
  const owner = async () => (await send(sandbox.fetch, 'GET /users/email', { as: ada })).body
  return { file, told, owner }
}

const patience = { timeout: 20_000, interval: 50 }

test('a saved file is begun with, whether it was written or replaced', async () => {
  const { file, told, owner } = await follow()
  await writeFile(file, world('grace@example.com'))
  await vi.waitFor(async () => expect(await owner()).toBe('grace@example.com'), patience)
  await writeFile(`${file}~`, world('katherine@example.com'))
  await rename(`${file}~`, file)
  await vi.waitFor(async () => expect(await owner()).toBe('katherine@example.com'), patience)
  expect(told.at(-1)).toBe('world.yaml was saved: the sandbox begins with it again.\n')
})

test('a wrong file is told with its line, and changes nothing', async () => {
  const { file, told, owner } = await follow()
  await writeFile(file, world('grace@example.com'))
  await vi.waitFor(async () => expect(await owner()).toBe('grace@example.com'), patience)
  await writeFile(file, world('nobody'))
  await vi.waitFor(() => expect(told.join('')).toContain('world.yaml:1:14'), patience)
  expect(told.at(-1)).toContain('goes on with what it has')
  expect(await owner()).toBe('grace@example.com')
})
