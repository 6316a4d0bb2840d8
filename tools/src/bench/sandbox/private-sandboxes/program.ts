import path from 'node:path'
import type { Sandbox } from '@windmill-user-api/sandbox'
import { repository } from '../../../repository.ts'
import { median } from '../../median.ts'

/** In milliseconds. */
export interface PrivateTimes {
  readonly first: number
  /** The median. */
  readonly further: number
  /** The median. */
  readonly reset: number
}

/** The package as it is built. */
type Library = typeof import('@windmill-user-api/sandbox')

// As a test does it: a process that imports the package, and makes one sandbox after the other. It prints its times as JSON.
const begun = performance.now()
const library: Library = await import(path.join(repository, 'packages/sandbox/dist/index.js'))
const { createSandbox, exampleWorld } = library
const sandbox = await createSandbox({ seed: exampleWorld })
const first = performance.now() - begun

const sandboxes: Sandbox[] = []
const further: number[] = []
for (let count = 2; count <= 10; count += 1) {
  further.push(await timeOf(async () => sandboxes.push(await createSandbox({ seed: exampleWorld }))))
}

const reset: number[] = []
for (let count = 1; count <= 10; count += 1) {
  for (let made = 0; made < 20; made += 1) await makeToken()
  reset.push(await timeOf(() => sandbox.reset()))
}

await Promise.all([sandbox, ...sandboxes].map((each) => each.close()))
const times: PrivateTimes = { first, further: median(further), reset: median(reset) }
process.stdout.write(JSON.stringify(times))

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function makeToken(): Promise<void> {
  const headers = {
    Authorization: 'Bearer Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX',
    'Content-Type': 'application/json',
  }
  const url = 'http://localhost:8000/api/users/tokens/create'
  const { status } = await sandbox.fetch(new Request(url, { method: 'POST', headers, body: '{}' }))
  if (status !== 201) throw new Error(`expected 201 of createToken, got ${status}`)
}
