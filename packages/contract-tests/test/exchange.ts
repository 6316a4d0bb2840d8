import type { Exchange } from '../src/index.ts'

/** An exchange with this response, for tests of what is expected of one. */
export function exchangeWith(response: ResponseInit & { body?: string }, method = 'POST'): Promise<Exchange> {
  const { body = null, ...init } = response
  return read(new Response(body, init), method)
}

async function read(response: Response, method: string): Promise<Exchange> {
  return {
    operation: 'createToken',
    request: { method, url: 'http://localhost:8000/api/users/tokens/create', headers: {}, body: '{}' },
    response: { status: response.status, headers: response.headers, text: await response.text() },
  }
}
