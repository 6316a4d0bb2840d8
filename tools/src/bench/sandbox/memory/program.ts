import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { repository } from '../../../repository.ts'

/** In megabytes, once everything that can go is gone. */
export interface MemoryAfter {
  readonly requests: number
  readonly heap: number
  /** What lies outside the heap, PGlite's memory among it. */
  readonly external: number
}

/** The package as it is built. */
type Library = typeof import('@windmill-user-api/sandbox')

// One sandbox answers ever more requests, which leave as many rows as there were. It prints what is in use from time to time, as JSON.
const library: Library = await import(path.join(repository, 'packages/sandbox/dist/index.js'))
const sandbox = await library.createSandbox({ seed: library.exampleWorld, console: true })
const counts = process.argv.slice(2).map(Number)

const bearer = { Authorization: 'Bearer Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX' }
const json = { 'Content-Type': 'application/json' }
const reads = [
  '/users/whoami',
  '/users/email',
  '/users/tokens/list',
  '/w/demo/users/list',
  '/w/demo/users/whois/grace',
  '/nowhere',
]

let sent = 0
const measured: MemoryAfter[] = []
for (const count of counts) {
  while (sent < count) await sendSome()
  measured.push(measure())
}
await sandbox.close()
process.stdout.write(JSON.stringify(measured))

/** Ten at a time. Each path is unlike the one before, as people's are. */
async function sendSome(): Promise<void> {
  const paths = [...reads, `/w/team-${sent}/users/list`, `/users/whoami?${sent}`]
  await Promise.all(paths.map((name) => send('GET', name)))
  const token = await send('POST', '/users/tokens/create', '{}')
  await send('DELETE', `/users/tokens/delete/${token.slice(0, 10)}`)
}

async function send(method: string, name: string, body?: string): Promise<string> {
  const headers = body === undefined ? bearer : { ...bearer, ...json }
  const init = body === undefined ? { method, headers } : { method, headers, body }
  sent += 1
  return (await sandbox.fetch(new Request(`http://localhost:8000/api${name}`, init))).text()
}

function measure(): MemoryAfter {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  const { heapUsed, external } = process.memoryUsage()
  return { requests: sent, heap: heapUsed / 1e6, external: external / 1e6 }
}
