import { FetchInterceptor } from '@mswjs/interceptors/fetch/web'
import { createUserApi } from '@windmill-user-api/client'
import { createHandlers } from '@windmill-user-api/msw'
import { getResponse } from 'msw'
import { defineNetwork, InterceptorSource } from 'msw/experimental'

const baseUrl = 'https://users.example.com/api'
const ada = { workspace: 'demo', username: 'ada' }
const handlers = createHandlers({ baseUrl })

/** What mocks answer to a client that gets them as its `fetch`, on every runtime. The first handler wins. */
export async function askOwnFetch() {
  const mocks = [handlers.whois(404, { once: true }), ...handlers()]
  const fetch = async (...call) => (await getResponse(mocks, new Request(...call))) ?? Response.error()
  const api = createUserApi({ baseUrl, auth: { kind: 'none' }, fetch })
  const { error } = await api.whois.safe(ada)
  const { email } = await api.whois(ada)
  return [error.status, email]
}

/** The same where the code under test calls the global `fetch`: MSW replaces that, as it does in a browser. */
export async function askGlobalFetch() {
  const interceptors = [new FetchInterceptor()]
  const network = defineNetwork({
    sources: [new InterceptorSource({ interceptors })],
    handlers: handlers(),
    context: { quiet: true },
  })
  await network.enable()
  const api = createUserApi({ baseUrl, auth: { kind: 'none' } })
  network.use(handlers.whois(404, { once: true }))
  const { error } = await api.whois.safe(ada)
  const { email } = await api.whois(ada)
  await network.disable()
  return [error.status, email]
}
