import { once } from 'node:events'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import { getRequestListener } from '@hono/node-server'
import { createSandbox, exampleWorld } from '@windmill-user-api/sandbox'
import { Hono } from 'hono'

/** A real sandbox over HTTP, with corners that misbehave. */
export interface CornerServer extends AsyncDisposable {
  readonly origin: string
  /** What no client may have sent. */
  readonly faults: readonly string[]
}

/** Serves the API below `/api`, `page` with its `script` at `/`, and the same API below each corner. */
export async function serveCorners(script: string): Promise<CornerServer> {
  const sandbox = await createSandbox({ seed: exampleWorld })
  const faults: string[] = []
  const app = corners((request) => sandbox.fetch(request), faults)
  app.get('/', (context) => context.html(`<meta charset="utf-8"><script type="module">${script}</script>`))

  const server = createServer(getRequestListener(app.fetch)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    origin: `http://127.0.0.1:${port}`,
    faults,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await sandbox.close()
    },
  }
}

type Api = (request: Request) => Promise<Response>

function corners(api: Api, faults: string[]): Hono {
  const app = new Hono()
  const inner = (request: Request, corner: string) =>
    api(new Request(request.url.replace(corner, ''), request))
  app.use('*', async ({ req }, next) => {
    if (req.header('authorization') && req.header('cookie')) faults.push('a token and a cookie at once')
    await next()
  })
  app.all('/api/*', ({ req }) => api(req.raw))
  app.all('/silent/*', () => new Promise(() => {}))
  app.all(
    '/unsteady/*',
    unsteady((request) => inner(request, '/unsteady')),
  )
  app.all('/moved/*', (context) => context.redirect('/elsewhere', 307))
  app.all('/elsewhere', (context) => {
    faults.push('a redirect was followed')
    return context.text('here')
  })
  app.all('/compressed/*', async ({ req }) => compressed(await inner(req.raw, '/compressed')))
  return app
}

/** Fails every first time. */
function unsteady(api: Api): (context: { req: { raw: Request } }) => Promise<Response> {
  let count = 0
  return async ({ req }) => {
    count += 1
    if (count % 2 === 0) return api(req.raw)
    return new Response('Unavailable: try again', { status: 503, headers: { 'Retry-After': '0' } })
  }
}

async function compressed(answer: Response): Promise<Response> {
  const headers = new Headers(answer.headers)
  headers.set('Content-Encoding', 'gzip')
  headers.delete('Content-Length')
  return new Response(gzipSync(await answer.text()), { status: answer.status, headers })
}
