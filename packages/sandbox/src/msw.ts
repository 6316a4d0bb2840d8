import { type HttpHandler, http } from 'msw'
import { type OptionRule, refuseWrongOptions } from './configuration/refuse-wrong-options.ts'
import type { Sandbox } from './sandbox.ts'

/** Which requests go to a sandbox. */
export interface SandboxHandlersOptions {
  /**
   * Where the client believes the server to be: requests to it and below it are answered, all others are left alone. It ends
   * with the sandbox's `basePath`, and may begin with it in a page: `/api`. Default: `http://localhost:8000/api`.
   */
  readonly baseUrl?: string
}

const rules: Readonly<Record<keyof SandboxHandlersOptions, OptionRule>> = {
  baseUrl: {
    accepts: (value) => URL.canParse(`${value}`, globalThis.location?.href),
    expected: "a URL, such as 'http://localhost:8000/api'",
  },
}

/**
 * Lets MSW answer requests by a sandbox: what is created is listed, in a test without a server and in a page without a back end.
 * It needs the package `msw`, 2 or 3.
 *
 * In a page no answer sets a cookie, because the Fetch standard lets no script set one: log in there with the token that `login`
 * answers.
 *
 * @throws TypeError where `baseUrl` is none, or another option is given.
 * @example
 * ```ts
 * const sandbox = await createSandbox()
 * const server = setupServer(...sandboxHandlers(sandbox))
 * server.listen()
 * ```
 */
export function sandboxHandlers(
  sandbox: Pick<Sandbox, 'fetch'>,
  options: SandboxHandlersOptions = {},
): HttpHandler[] {
  if (typeof Object(sandbox).fetch !== 'function')
    throw new TypeError('sandboxHandlers expects a sandbox, such as sandboxHandlers(await createSandbox()).')
  refuseWrongOptions('sandboxHandlers', options, rules)
  const { baseUrl = 'http://localhost:8000/api' } = options
  const base = new URL(baseUrl, globalThis.location?.href)
  // Asked of the URL as it was sent: a pattern of MSW would decode the path, and fail where it cannot.
  return [
    http.all(
      ({ request }) => isBelow(base, new URL(request.url)),
      ({ request }) => sandbox.fetch(request),
    ),
  ]
}

function isBelow(base: URL, { origin, pathname }: URL): boolean {
  const path = base.pathname.replace(/\/$/, '')
  return origin === base.origin && (pathname === path || pathname.startsWith(`${path}/`))
}
