import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createSandbox, exampleWorld } from '../src/index.ts'
import { ada, send } from './use-sandbox.ts'

const fs = process.getBuiltinModule('node:fs')

test('a directory on a full disk refuses to write with 503, still reads, and writes again when there is room', async () => {
  const data = await mkdtemp(path.join(tmpdir(), 'sandbox-full-'))
  const sandbox = await createSandbox({ data: path.join(data, 'database'), seed: exampleWorld })
  const report = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(async () => {
    vi.restoreAllMocks()
    await sandbox.close()
    await rm(data, { recursive: true })
  })
  const write = () => send(sandbox.fetch, 'POST /users/tokens/create', { as: ada, body: {} })
  const read = () => send(sandbox.fetch, 'GET /users/email', { as: ada })
  expect(await write()).toMatchObject({ status: 201 })

  const real = fs.statfsSync(data)
  const full = vi.spyOn(fs, 'statfsSync').mockReturnValue({ ...real, bavail: 0 })
  const refused = await write()
  expect(refused).toMatchObject({ status: 503, body: 'Unavailable: the database does not answer' })
  expect(refused.headers.get('Retry-After')).toBe('1')
  expect(await read()).toMatchObject({ status: 200 })
  expect(report).toHaveBeenCalledWith(expect.stringContaining('0.0 MB left, and 8.0 MB are needed'))

  full.mockRestore()
  expect(await write()).toMatchObject({ status: 201 })
})
