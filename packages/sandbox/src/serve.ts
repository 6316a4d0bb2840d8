import { trackAnswers } from './closing.ts'
import { aText, milliseconds, texts } from './configuration/option-rules.ts'
import { type OptionRule, refuseWrongOptions } from './configuration/refuse-wrong-options.ts'
import { isHostName } from './http/allow-host.ts'
import { createHttpServer } from './http-server.ts'
import { listen } from './listen.ts'
import type { Sandbox } from './sandbox.ts'

/** Where to listen. */
export interface ServeOptions {
  /** Default: 0, which lets the system choose a free one. */
  readonly port?: number
  /** Default: `localhost`, at both of its addresses, `127.0.0.1` and `::1`. */
  readonly host?: string
  /**
   * Names, such as `sandbox` or `users.example.com`, that requests may have in their `Host` header, or `*`. Others get 403, so that no page can
   * use the server by a name that it leads there (DNS rebinding). Default: none beside `localhost`, loopback addresses, `host`, and the host
   * of the sandbox's `publicUrl`. With `host: '0.0.0.0'`, every address is allowed.
   */
  readonly allowHosts?: readonly string[]
  /** How long the headers of a request may take to come, in milliseconds; 0 is no limit. Default: 10,000, and no more than `requestTimeout`. */
  readonly headersTimeout?: number
  /** How long a whole request may take to come, in milliseconds; 0 is no limit. Default: 30,000. */
  readonly requestTimeout?: number
}

/** A sandbox that listens on a port. */
export interface Server {
  /** `http://localhost:8000`, without the base path. */
  readonly url: string
  /**
   * Answers what is in flight, and listens no more. Connections on which nothing is answered end at once; a request that has not come whole
   * has until `requestTimeout`. The sandbox stays open.
   */
  close(): Promise<void>
}

const rules: Readonly<Record<keyof ServeOptions, OptionRule>> = {
  port: {
    // Of anything else Node would make the name of a socket. The environment has numbers as text.
    accepts: (value) => (typeof value === 'number' || /^\d+$/.test(`${value}`)) && isPort(Number(value)),
    expected: 'a whole number from 0 to 65535, such as 8000',
  },
  host: aText('localhost'),
  allowHosts: texts('users.example.com'),
  headersTimeout: milliseconds(10_000),
  requestTimeout: milliseconds(30_000),
}

function isPort(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 65_535
}

/**
 * Serves a sandbox, or anything else with a `fetch`, on a port.
 *
 * @throws TypeError where an option is unknown or cannot be used; Error where a name of `allowHosts` is none; the system's error, such as one with the `code` `EADDRINUSE` where the port is taken.
 * @example
 * ```ts
 * const sandbox = await createSandbox()
 * const server = await serve(sandbox, { port: 8000 })
 * ```
 */
export async function serve(
  sandbox: Pick<Sandbox, 'fetch'> & Partial<Pick<Sandbox, 'url'>>,
  options: ServeOptions = {},
): Promise<Server> {
  if (typeof Object(sandbox).fetch !== 'function')
    throw new TypeError('serve expects a sandbox, such as serve(await createSandbox(), { port: 8000 }).')
  refuseWrongOptions('serve', options, rules)
  const {
    port = 0,
    host = 'localhost',
    allowHosts = [],
    requestTimeout = 30_000,
    headersTimeout = Math.min(10_000, requestTimeout || Number.POSITIVE_INFINITY),
  } = options
  refuseWrongHosts(allowHosts)
  const publicHosts = sandbox.url === undefined ? [] : [new URL(sandbox.url).hostname]
  const { watch, close } = trackAnswers(requestTimeout)
  const create = () =>
    watch(
      createHttpServer(
        (request) => sandbox.fetch(request),
        { host, allowHosts: [...allowHosts, ...publicHosts] },
        {
          headersTimeout,
          requestTimeout,
          connectionsCheckingInterval: Math.min(1_000, ...[headersTimeout, requestTimeout].filter(Boolean)),
        },
      ),
    )
  const listening = await listen(create, close, { port: Number(port), host })
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${listening.port}`,
    close: async () => void (await Promise.all(listening.servers.map(close))),
  }
}

function refuseWrongHosts(names: readonly string[]): void {
  const wrong = names.find((name) => !isHostName(name))
  if (wrong === undefined) return
  throw new Error(
    `allowHosts: expected a host such as users.example.com, without a port, or *; got ${JSON.stringify(wrong)}`,
  )
}
