import { readFile } from 'node:fs/promises'
import path from 'node:path'
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
  app.notFound(async (context) => context.html(await readFile(path.join(site, '404.html'), 'utf8'), 404))
  return app
}
