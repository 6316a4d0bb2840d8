import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { markFramed } from './http/read-limited.ts'
import type { Sandbox } from './sandbox.ts'
import { repeatedly } from './timers.ts'

/** Where to listen. */
export interface ServeOptions {
  /** Default: 0, which lets the system choose a free one. */
  readonly port?: number
  /** Default: `localhost`. */
  readonly host?: string
  /** How long the headers of a request may take to come, in milliseconds. Default: 10,000. */
  readonly headersTimeout?: number
  /** How long a whole request may take to come, in milliseconds. Default: 30,000. */
  readonly requestTimeout?: number
}

/** A sandbox that listens on a port. */
export interface Server {
  /** `http://localhost:8000`, without the base path. */
  readonly url: string
  /** Answers what is in flight, and listens no more. The sandbox stays open. */
  close(): Promise<void>
}

/**
 * Serves a sandbox, or anything else with a `fetch`, on a port.
 *
 * @throws The system's error, such as one with the `code` `EADDRINUSE` where the port is taken.
 * @example
 * ```ts
 * const sandbox = await createSandbox()
 * const server = await serve(sandbox, { port: 8000 })
 * ```
 */
export async function serve(
  sandbox: Pick<Sandbox, 'fetch'>,
  { port = 0, host = 'localhost', headersTimeout = 10_000, requestTimeout = 30_000 }: ServeOptions = {},
): Promise<Server> {
  const connectionsCheckingInterval = Math.min(1_000, headersTimeout, requestTimeout)
  const server = createAdaptorServer({
    fetch: (request) => {
      markFramed(request)
      return sandbox.fetch(request)
    },
    serverOptions: { headersTimeout, requestTimeout, connectionsCheckingInterval },
  })
  const address = await new Promise<AddressInfo>((resolve, reject) => {
    server.once('error', reject)
    // A server that listens on a port, not on a pipe, has an address of this form.
    server.listen(port, host, () => resolve(server.address() as AddressInfo))
  })
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    close: () => close(server),
  }
}

const millisecondsBetweenLooks = 20

/** A browser keeps its connection after the last answer: it is closed then, not when it has been idle long enough. */
async function close(server: ServerType): Promise<void> {
  const closeIdle = () => 'closeIdleConnections' in server && server.closeIdleConnections()
  const stopLooking = repeatedly(millisecondsBetweenLooks, closeIdle)
  await new Promise<void>((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    closeIdle()
  }).finally(stopLooking)
}
