import { createUserApi, renewing } from '@windmill-user-api/client'

const ada = { email: 'ada@example.com', password: 'analytical-engine' }

/** Kept between requests, as people do it. */
let api
let renewals = 0

function connect(origin) {
  const token = 'expired'
  return createUserApi({
    baseUrl: `${origin}/api`,
    auth: renewing({ token, refresh: () => renew(origin) }),
  })
}

/** The first renewal hangs until the request that began it has ended, and no longer. */
async function renew(origin) {
  renewals += 1
  const corner = renewals === 1 ? '/silent' : ''
  return createUserApi({ baseUrl: `${origin}${corner}/api`, auth: { kind: 'none' } }).login({ body: ada })
}

// workerd: what one request awaits must not depend on another one, which may have ended.
// biome-ignore lint/style/noDefaultExport: workerd calls the default export
export default {
  fetch: async ({ url }) => {
    const { pathname, searchParams } = new URL(url)
    api ??= connect(searchParams.get('origin'))
    if (pathname === '/ends-early') {
      void api.getCurrentEmail.safe()
      while (renewals === 0) await scheduler.wait(10)
      return Response.json({ renewals })
    }
    const results = await Promise.all([1, 2, 3].map(() => api.getCurrentEmail.safe({}, { deadline: 20_000 })))
    return Response.json({ renewals, outcomes: results.map(({ value, error }) => value ?? error.kind) })
  },
}
