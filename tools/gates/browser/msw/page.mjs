import { createUserApi } from '@windmill-user-api/client'
import { createHandlers } from '@windmill-user-api/msw'
import { HttpResponse } from 'msw'
import { setupWorker } from 'msw/browser'

// What the test asks of the page, run in the page: a service worker answers, and nothing is behind it.

const handlers = createHandlers({ baseUrl: '/api' })
const worker = setupWorker()
const api = createUserApi({ baseUrl: '/api', auth: { kind: 'none' }, retry: false })

/** What came of a call, as plain values. */
async function told(calling) {
  const result = await calling
  if (result.ok) {
    const { value, response } = result
    return { status: response.status, body: value, headers: Object.fromEntries(response.headers) }
  }
  const { kind, status, body } = result.error
  const headers = status === undefined ? {} : Object.fromEntries(result.error.response.headers)
  return { kind, status, body, headers }
}

/** Every call with each of its answers in turn. */
async function answers(calls) {
  await worker.start({ quiet: true })
  const heard = []
  for (const { id, status, input } of calls) {
    worker.resetHandlers(handlers[id](status))
    heard.push(await told(api[id].safe(input)))
  }
  worker.stop()
  return heard
}

/** What a test asks of a mock besides its status. */
async function wishes() {
  const ada = { workspace: 'demo', username: 'ada' }
  const nobody = { workspace: 'demo', username: 'nobody' }
  await worker.start({ quiet: true })
  worker.resetHandlers(...handlers())
  const use = (...added) => worker.use(...added)
  const success = await told(api.whois.safe(ada))
  use(handlers.whois(200, { body: { is_admin: true } }))
  const changed = await told(api.whois.safe(ada))
  use(handlers.whois(404, { params: { username: 'nobody' }, once: true }))
  const once = [
    await told(api.whois.safe(ada)),
    await told(api.whois.safe(nobody)),
    await told(api.whois.safe(nobody)),
  ]
  use(handlers.whois(404, { example: 'NotFoundWorkspace' }))
  const example = await told(api.whois.safe(ada))
  use(handlers.login(429, { headers: { 'Retry-After': '7' } }))
  const headers = await told(api.login.safe({ body: { email: 'ada@example.com', password: 'x' } }))
  use(handlers.globalWhoami.resolve(({ answer }) => answer(200, { body: { name: 'Ada' } })))
  const resolved = await told(api.globalWhoami.safe())
  use(handlers.globalWhoami.resolve(() => new HttpResponse('<html>', { status: 502 })))
  const undeclared = await told(api.globalWhoami.safe())
  use(handlers.globalWhoami.resolve(() => HttpResponse.error()))
  const network = await told(api.globalWhoami.safe())
  use(handlers.globalWhoami(200, { delay: 'infinite' }))
  const late = await told(api.globalWhoami.safe({}, { timeout: 100 }))
  worker.stop()
  return { success, changed, once, example, headers, resolved, undeclared, network, late }
}

Object.assign(globalThis, { answers, wishes })
