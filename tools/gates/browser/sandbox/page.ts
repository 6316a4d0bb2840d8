import { type Fetch, openSession, type UserApi } from '@windmill-user-api/client'
import { createSandbox, exampleWorld } from '@windmill-user-api/sandbox'
import { sandboxHandlers } from '@windmill-user-api/sandbox/msw'
import { setupWorker } from 'msw/browser'

// What the test asks of the page, run in the page: a server in a tab, and nothing behind it.

const grace = { email: 'grace@example.com', password: 'nanoseconds-matter' }

export interface Learned {
  readonly email: string
  readonly usernames: readonly string[]
  readonly millisecondsToStart: number
}

/** The client calls the sandbox's `fetch`. */
async function directly(): Promise<Learned> {
  const begun = performance.now()
  const sandbox = await createSandbox({ seed: exampleWorld, checkResponses: true })
  const millisecondsToStart = performance.now() - begun
  const baseUrl = 'http://localhost:8000/api'
  const fetch: Fetch = (url, init) => sandbox.fetch(new Request(url, init))
  const api = await openSession({ baseUrl, fetch }, ({ login }) => login({ body: grace }))
  const learned = await addKatherine(api)
  await sandbox.reset()
  await sandbox.close()
  return { ...learned, millisecondsToStart }
}

/** The client uses the page's own `fetch`, and a service worker of MSW hands its requests to the sandbox. */
async function throughMsw(origin: string): Promise<Learned> {
  const begun = performance.now()
  const sandbox = await createSandbox({ seed: exampleWorld, publicUrl: origin })
  const millisecondsToStart = performance.now() - begun
  const worker = setupWorker(...sandboxHandlers(sandbox, { baseUrl: '/api' }))
  await worker.start({ quiet: true })
  const api = await openSession({ baseUrl: `${origin}/api` }, ({ login }) => login({ body: grace }))
  const learned = await addKatherine(api)
  worker.stop()
  await sandbox.close()
  return { ...learned, millisecondsToStart }
}

async function addKatherine(api: UserApi): Promise<Pick<Learned, 'email' | 'usernames'>> {
  const { email } = await api.globalWhoami()
  const body = { email: 'katherine@example.com', username: 'katherine', is_admin: false }
  await api.createUser({ workspace: 'demo', body })
  return { email, usernames: await api.listUsernames({ workspace: 'demo' }) }
}

Object.assign(globalThis, { directly, throughMsw })
