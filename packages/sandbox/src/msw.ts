import { type HttpHandler, http } from 'msw'
import type { Sandbox } from './sandbox.ts'

/** Which requests go to a sandbox. */
export interface SandboxHandlersOptions {
  /**
   * Where the client believes the server to be: requests to it and below it are answered, all others are left alone. It ends
   * with the sandbox's `basePath`, and may begin with it in a page: `/api`. Default: `http://localhost:8000/api`.
   */
  readonly baseUrl?: string
}

/**
 * Lets MSW answer requests by a sandbox: what is created is listed, in a test without a server and in a page without a back end.
 * It needs the package `msw`, 2 or 3.
 *
 * In a page no answer sets a cookie, because the Fetch standard lets no script set one: log in there with the token that `login`
 * answers.
 *
 * @throws TypeError where `baseUrl` is none.
 * @example
 * ```ts
 * const sandbox = await createSandbox()
 * const server = setupServer(...sandboxHandlers(sandbox))
 * server.listen()
 * ```
 */
export function sandboxHandlers(
  { fetch }: Pick<Sandbox, 'fetch'>,
  { baseUrl = 'http://localhost:8000/api' }: SandboxHandlersOptions = {},
): HttpHandler[] {
  const base = new URL(baseUrl, globalThis.location?.href)
  // Asked of the URL as it was sent: a pattern of MSW would decode the path, and fail where it cannot.
  return [
    http.all(
      ({ request }) => isBelow(base, new URL(request.url)),
      ({ request }) => fetch(request),
    ),
  ]
}

function isBelow(base: URL, { origin, pathname }: URL): boolean {
  const path = base.pathname.replace(/\/$/, '')
  return origin === base.origin && (pathname === path || pathname.startsWith(`${path}/`))
}
