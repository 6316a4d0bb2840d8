import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

export interface StartAppOptions {
  /** Serves everything below `/api`. */
  readonly api: (request: Request) => Response | Promise<Response>
  /** The folder of the built site. */
  readonly site: string
}

/** The sandbox below `/api`, the docs everywhere else. */
export function createStartApp({ api, site }: StartAppOptions): Hono {
  const app = new Hono()
  app.all('/api', ({ req }) => api(req.raw))
  app.all('/api/*', ({ req }) => api(req.raw))
  app.get('*', serveStatic({ root: site }))
  app.get(
    '*',
    serveStatic({ root: site, path: '404.html', onFound: (_path, context) => context.status(404) }),
  )
  return app
}
