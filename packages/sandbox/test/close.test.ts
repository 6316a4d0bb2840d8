import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { exampleWorld } from '../src/index.ts'
import { createSandbox } from './create-sandbox.ts'
import { startCommand } from './start-command.ts'
import { ada } from './use-sandbox.ts'

const headers = { Authorization: `Bearer ${ada}` }
const email = () => new Request('http://localhost:8000/api/users/email', { headers })

async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  return directory
}

test.each(['its own database', 'a directory'])(
  'closing waits for what is being answered, on %s',
  async (where) => {
    const data = where === 'a directory' ? { data: await temporaryDirectory() } : {}
    const sandbox = await createSandbox({ seed: exampleWorld, ...data })
    const answers = Array.from({ length: 20 }, () => sandbox.fetch(email()))
    await sandbox.close()
    const statuses = (await Promise.all(answers)).map(({ status }) => status)
    expect(statuses).toEqual(Array.from({ length: 20 }, () => 200))
  },
)

test('closing waits for a reset', async () => {
  const sandbox = await createSandbox({ seed: exampleWorld })
  const reset = sandbox.reset()
  await sandbox.close()
  await expect(reset).resolves.toBeUndefined()
})

test('what comes after closing is refused', async () => {
  const sandbox = await createSandbox({ seed: exampleWorld })
  const closed = sandbox.close()
  const response = await sandbox.fetch(email())
  expect([response.status, await response.text()]).toEqual([503, 'Unavailable: the sandbox is closed'])
  await expect(sandbox.reset()).rejects.toThrow('The sandbox is closed')
  await closed
})

/** Logs in, which takes the server a while, and hangs up without waiting for the answer. */
async function logInAndHangUp(port: number): Promise<void> {
  const body = JSON.stringify({ email: 'ada@example.com', password: 'analytical-engine' })
  const head = `POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`
  const socket = connect(port, 'localhost')
  socket.on('error', () => undefined)
  await new Promise<void>((resolve) => void socket.write(`${head}\r\n\r\n${body}`, () => resolve()))
  await setTimeout(50)
  socket.destroy()
}

test.each(['memory', 'a directory'])(
  'the command ends well in %s while it answers those who have hung up',
  async (where) => {
    const data = where === 'memory' ? [] : ['--data', await temporaryDirectory()]
    const { url, written, stop } = await startCommand('--seed', 'example', ...data)
    const port = Number(new URL(url).port)
    await Promise.all(Array.from({ length: 12 }, () => logInAndHangUp(port)))
    expect(await stop('SIGTERM')).toBe(0)
    const lines = written.errors.trim().split('\n')
    expect(lines.filter((line) => !line.startsWith('{"time"'))).toEqual([])
  },
)
