import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, inject, onTestFinished, test } from 'vitest'
import { createDatabase } from './postgres/databases.ts'

const entry = new URL('../src/node.ts', import.meta.url).href

/** Calls a sandbox in each place, and reports what still runs 300 ms later. Nothing else waits for its own timer. */
const program = `
import { createSandbox } from ${JSON.stringify(entry)}
const { places, isClosed } = JSON.parse(process.argv[1])
for (const place of places) {
  const sandbox = await createSandbox(place)
  const responses = [0, 1].map(() => sandbox.fetch(new Request('http://localhost:8000/api/auth/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'admin@windmill.dev', password: 'changeme' }),
  })))
  for (const { status } of await Promise.all(responses)) console.log(status)
  if (isClosed) await sandbox.close()
}
setTimeout(() => console.log('kept alive by', process.getActiveResourcesInfo()), 300).unref()
`

/** One of each kind of database that the tests run on. */
async function newPlaces(): Promise<readonly object[]> {
  const data = await mkdtemp(path.join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rm(data, { recursive: true }))
  const server = inject('postgres')
  if (server === undefined) return [{ data }, {}]
  const { url, drop } = await createDatabase(server)
  onTestFinished(drop)
  return [{ databaseUrl: url }]
}

test.each([true, false])(
  'a process ends when its last call has, with its sandboxes closed: %s',
  async (isClosed) => {
    const places = await newPlaces()
    const options = ['--input-type=module', '--eval', program, JSON.stringify({ places, isClosed })]
    const { stdout } = await promisify(execFile)(process.execPath, options)
    expect(stdout).toBe('200\n'.repeat(2 * places.length))
  },
)
