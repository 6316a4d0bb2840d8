import { once } from 'node:events'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'

type Handler = (request: Request) => Response | Promise<Response>

/** Serves at a port of this machine. Not by the sandbox's own server: a fresh clone has no generated sources before the build. */
export async function listen(handle: Handler, port: number): Promise<{ close(): Promise<void> }> {
  const server = createServer(getRequestListener(handle)).listen(port, 'localhost')
  await once(server, 'listening')
  return {
    async close() {
      const closed = once(server, 'close')
      server.close()
      // An open page keeps a connection for as long as it is open.
      server.closeAllConnections()
      await closed
    },
  }
}
