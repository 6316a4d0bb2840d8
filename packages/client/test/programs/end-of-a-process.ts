import { createUserApi, renewing, type UserApi } from '../../src/index.ts'

// Makes calls that end in every way, and prints what would keep the process alive after the last one.

const { ORIGIN: origin = '' } = process.env

function apiAt(corner: string): UserApi {
  const auth = renewing({ token: 'first', refresh: async () => 'second' })
  return createUserApi({ baseUrl: `${origin}/${corner}`, auth })
}

const short = { timeout: 100, retry: false } as const
const { signal } = new AbortController()
const results = await Promise.all([
  apiAt('steady').getCurrentEmail.safe({}, { signal }),
  apiAt('busy').getCurrentEmail.safe({}, { retry: { retries: 1 } }),
  apiAt('silent').getCurrentEmail.safe({}, short),
  apiAt('drip').getCurrentEmail.safe({}, short),
  apiAt('silent').getCurrentEmail.safe({}, { signal: AbortSignal.timeout(100) }),
  apiAt('silent').getCurrentEmail.safe({}, { deadline: 100 }),
])
const outcomes = results.map((result) => (result.ok ? 'ok' : result.error.kind))

// The sockets of calls that were cut off are closed in the next tasks.
await new Promise((resolve) => setTimeout(resolve, 50))
// A process that prints to a pipe keeps that.
const kept = process.getActiveResourcesInfo().filter((name) => !/^(Pipe|TTY|FSReq)/.test(name))
console.log(JSON.stringify({ outcomes, kept }))
