import { serve } from '@windmill-user-api/sandbox/node'

/** The sandbox at this base URL, except that `getCurrentEmail` lets in whoever calls it. */
export async function breakingProxy(baseUrl: string) {
  const token = await adminToken(baseUrl)
  const proxy = {
    async fetch(request: Request) {
      const { pathname, search } = new URL(request.url)
      const headers = new Headers(request.headers)
      if (pathname === '/api/users/email') headers.set('authorization', `Bearer ${token}`)
      const hasBody = request.method !== 'GET'
      const body = hasBody ? { body: await request.arrayBuffer() } : {}
      return fetch(baseUrl.replace(/\/api$/, pathname + search), { method: request.method, headers, ...body })
    },
  }
  const server = await serve(proxy)
  return { baseUrl: `${server.url}/api`, close: () => server.close() }
}

async function adminToken(baseUrl: string): Promise<string> {
  const response = await fetch(`${baseUrl}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'admin@windmill.dev', password: 'changeme' }),
  })
  return response.text()
}
