import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshProject, freshProject } from './fresh-project.ts'
import { installRuntimes, startWorkerd, type Worker } from './run-on.ts'
import { type CornerServer, serveCorners } from './server.ts'

let project: FreshProject
let server: CornerServer
let worker: Worker

beforeAll(async () => {
  const runtimes = await installRuntimes()
  project = await freshProject(['types', 'client'], path.join(import.meta.dirname, 'program'))
  server = await serveCorners('')
  worker = await startWorkerd(runtimes, project.folder, 'isolated.mjs')
}, 300_000)

afterAll(async () => {
  await worker?.dispose()
  await server?.[Symbol.asyncDispose]()
  await project?.remove()
})

const ask = async (path: string): Promise<unknown> => {
  const answer = await worker.dispatchFetch(
    `http://worker${path}?origin=${encodeURIComponent(server.origin)}`,
  )
  return answer.json()
}

test('a renewal that ends with its request is begun anew by the next one, once for all its calls', async () => {
  expect(await ask('/ends-early')).toEqual({ renewals: 1 })

  const email = 'ada@example.com'
  expect(await ask('/')).toEqual({ renewals: 2, outcomes: [email, email, email] })
  expect(await ask('/')).toEqual({ renewals: 2, outcomes: [email, email, email] })
}, 60_000)

test('requests at the same moment do not wait for each other in vain', async () => {
  const answers = await Promise.all([ask('/'), ask('/'), ask('/')])

  for (const answer of answers) expect(answer).toMatchObject({ outcomes: Array(3).fill('ada@example.com') })
}, 60_000)
