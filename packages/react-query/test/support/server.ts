import { type Client, type ClientOptions, createClient } from '@windmill-user-api/client'

/** A client whose server is a function; it is asked again at once, so that no test waits. */
export function clientOf(
  answer: (request: Request) => Response | Promise<Response>,
  options: Partial<ClientOptions> = {},
): Client {
  return createClient({
    baseUrl: 'http://localhost:8000/api',
    auth: { kind: 'none' },
    retry: { baseDelay: 0 },
    fetch: async (...request: ConstructorParameters<typeof Request>) => answer(new Request(...request)),
    ...options,
  })
}

/** A line of plain text, as the API writes it. */
export function text(body: string, status = 200): Response {
  return new Response(body, { status, headers: { 'Content-Type': 'text/plain' } })
}
