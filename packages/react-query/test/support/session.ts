import type { Sandbox } from '@windmill-user-api/sandbox'

/** A `fetch` that keeps the session cookie as a browser does, in front of a sandbox. */
export function browserFetch(sandbox: Sandbox): typeof globalThis.fetch {
  let cookie = ''
  return async (input, init) => {
    const request = new Request(input, init)
    const headers = new Headers(request.headers)
    if (cookie) headers.set('Cookie', cookie)
    const response = await sandbox.fetch(new Request(request, { headers }))
    for (const set of response.headers.getSetCookie()) cookie = set.split(';')[0] ?? ''
    return response
  }
}
