import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createSandbox } from '../src/node.ts'

async function temporaryDirectory() {
  const directory = await mkdtemp(path.join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  return directory
}

/** The command's exit status and what it writes to the terminal. */
async function runCommand(...options: string[]) {
  const main = new URL('../src/main.ts', import.meta.url).pathname
  const command = spawn(process.execPath, [main, '--port', '0', ...options])
  let errors = ''
  command.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const [status] = await once(command, 'close')
  return { status, errors }
}

describe('a directory', () => {
  test('that another sandbox has open is refused', async () => {
    const data = await temporaryDirectory()
    const first = await createSandbox({ data })
    onTestFinished(() => first.close())
    await expect(createSandbox({ data })).rejects.toThrow(`${data} is in use by the process ${process.pid}`)
    const { status, errors } = await runCommand('--data', data)
    expect([status, errors]).toEqual([
      1,
      expect.stringContaining('Stop it, or choose another --data directory'),
    ])
  })

  test('is free again after it was closed', async () => {
    const data = await temporaryDirectory()
    await (await createSandbox({ data })).close()
    await (await createSandbox({ data })).close()
  })

  test.each(['999999999 0 x', `${process.pid} 0 x`, '', 'nonsense'])(
    'is taken over from a process that was killed (%j)',
    async (lock) => {
      const data = await temporaryDirectory()
      await writeFile(path.join(data, 'sandbox.lock'), lock)
      await (await createSandbox({ data })).close()
    },
  )

  test('that cannot be made is refused', async () => {
    const file = path.join(await temporaryDirectory(), 'file')
    await writeFile(file, '')
    await expect(createSandbox({ data: path.join(file, 'data') })).rejects.toThrow(
      'a part of its path is a file',
    )
    await expect(createSandbox({ data: file })).rejects.toThrow('cannot be made: it is a file')
  })

  test('is made with those above it', async () => {
    const data = path.join(await temporaryDirectory(), 'one', 'two')
    await (await createSandbox({ data })).close()
  })

  test('that was left half filled is filled again', async () => {
    const data = await temporaryDirectory()
    await (await createSandbox({ data })).close()
    await rm(path.join(data, 'PG_VERSION'))
    const sandbox = await createSandbox({ data })
    expect(sandbox.seeded).toBe(true)
    await sandbox.close()
  })

  test('in which the system makes none is refused, and does not hang', async () => {
    await expect(createSandbox({ data: '/proc/nope' })).rejects.toThrow(/ cannot be made: /)
  })
})

describe('a PostgreSQL that is not there', () => {
  test('is told at the start, without the password', async () => {
    const { status, errors } = await runCommand('--database-url', 'postgres://ada:secret@127.0.0.1:1/sandbox')
    expect(status).toBe(1)
    expect(errors).toBe(
      'windmill-user-sandbox: no PostgreSQL answers at 127.0.0.1:1. Start it, or name another --database-url.\n',
    )
  })
})

test.each([
  'postgres:/ada:secret@localhost/sandbox',
  'mysql://ada:secret@localhost/sandbox',
  'ada:secret@localhost',
])('what is no URL of PostgreSQL is refused, and not repeated (%s)', async (url) => {
  const { status, errors } = await runCommand('--database-url', url)
  expect(status).toBe(2)
  expect(errors).toContain('such as --database-url postgres://user:password@localhost:5432/sandbox')
  expect(errors).not.toContain('secret')
})
