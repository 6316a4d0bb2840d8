import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createServer } from '../../test/servers/independent/create-server.ts'
import { listen } from '../../test/servers/listen.ts'
import { applyConfig } from './config-file.ts'
import { createCommand } from './options.ts'
import { printDetected } from './print-detected.ts'

/** What is printed of a server. */
async function print(baseUrl: string) {
  const printed = { out: '', err: '' }
  const status = await printDetected(
    { baseUrl },
    {
      out: { write: (text) => (printed.out += text) },
      err: { write: (text) => (printed.err += text) },
      signal: new AbortController().signal,
    },
  )
  return { status, ...printed }
}

test('prints a configuration that the command takes', async () => {
  const server = await createServer({ serves: ['getCurrentEmail', 'createWorkspace'] })
  const { status, out, err } = await print(server.baseUrl).finally(() => server.close())
  const folder = mkdtempSync(path.join(tmpdir(), 'contract-detected-'))
  const file = path.join(folder, 'contract.yaml')
  writeFileSync(file, out)
  const command = createCommand('1.2.3').parse(['--config', file], { from: 'user' })
  applyConfig(command)
  rmSync(folder, { recursive: true })
  expect(command.opts()).toMatchObject({
    baseUrl: server.baseUrl,
    implements: expect.arrayContaining(['getCurrentEmail', 'createWorkspace']),
  })
  expect(err).toMatch(/^2 operations found, 0 unclear, in \d+ calls\n$/)
  expect(status).toBe(0)
})

test('says that there is no such API', async () => {
  const server = await listen((_request, response) => response.writeHead(404).end())
  const printing = print(server.baseUrl).finally(() => server.close())
  await expect(printing).rejects.toThrow('No operation of the API was found at')
})
