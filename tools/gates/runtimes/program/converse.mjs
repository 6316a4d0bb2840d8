import { byPath, createUserApi, isErrorOf, isUserApiError, openSession } from '@windmill-user-api/client'
import { validate } from '@windmill-user-api/client/validate'

const ada = { email: 'ada@example.com', password: 'analytical-engine' }
const admin = { email: 'admin@windmill.dev', password: 'changeme' }

/**
 * What a program does with the client, and what came of it: the same file on every runtime, so what it tells has to be the
 * same too. Beside the API, the server at `origin` has corners that misbehave, see `server.ts`.
 */
export async function converse(origin) {
  const session = (corner, body) =>
    openSession({ baseUrl: `${origin}${corner}/api`, validate }, () => tokenOf(origin, body))
  const api = await session('', ada)
  return {
    me: (await api.globalWhoami()).name,
    text: await api.getCurrentEmail(),
    safe: (await api.whois.safe({ workspace: 'demo', username: 'grace' })).value.email,
    byPath: (await byPath(api).GET('/users/email')).data,
    accounts: await emailsOf(await session('', admin)),
    notFound: narrowed(await caught(api.whois({ workspace: 'demo', username: 'nobody' }))),
    climbing: told(await caught(api.whois({ workspace: 'demo', username: '..' }))),
    late: told(await caught((await session('/silent', ada)).globalWhoami({}, { timeout: 50, retry: false }))),
    over: told(await caught((await session('/silent', ada)).globalWhoami({}, { deadline: 50 }))),
    aborted: told(await abortedCall(await session('/silent', ada))),
    again: await (await session('/unsteady', ada)).getCurrentEmail(),
    redirected: (await caught((await session('/moved', ada)).createToken({ body: {} }))).kind,
    compressed: await (await session('/compressed', ada)).getCurrentEmail(),
    secrets: await secretsShown(origin),
    cookie: await cookieCall(`${origin}/api`),
  }
}

const tokenOf = (origin, body) =>
  createUserApi({ baseUrl: `${origin}/api`, auth: { kind: 'none' } }).login({ body })

const caught = (promise) =>
  promise.then(
    (value) => Promise.reject(new Error(`expected a failure, got ${JSON.stringify(value)}`)),
    (error) => error,
  )

const told = (error) => {
  if (!isUserApiError(error)) throw error
  const { name, kind, operation, argument } = error
  return { name, kind, operation, argument }
}

const narrowed = (error) =>
  isErrorOf('whois', error) && error.status === 404 ? { kind: error.kind, body: error.body } : error.kind

async function emailsOf(api) {
  const emails = []
  for await (const { email } of api.listUsersAsSuperAdmin.items({ per_page: 2 })) emails.push(email)
  return emails
}

async function abortedCall(api) {
  const controller = new AbortController()
  const error = caught(api.globalWhoami({}, { signal: controller.signal }))
  setTimeout(() => controller.abort(), 20)
  return error
}

/** The secrets that a failed login lets through to what a logger could print. */
async function secretsShown(origin) {
  const body = { email: ada.email, password: 'not-her-password' }
  const error = await caught(tokenOf(origin, body))
  const printed = [String(error), error.stack, JSON.stringify(error), JSON.stringify(Object.entries(error))]
  return printed.filter((text) => text.includes(body.password))
}

/** Who a cookie says that one is: a browser keeps the cookie of the login, and other runtimes keep none. */
async function cookieCall(baseUrl) {
  const api = createUserApi({ baseUrl, auth: { kind: 'cookie' } })
  await api.login({ body: ada })
  const { ok, value, error } = await api.getCurrentEmail.safe()
  return ok ? value : error.status
}
