import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

export interface StartAppOptions {
  /** What is not of the site: a path of Hono, such as `/api/*`, and who serves it. Hono's `*` stands for nothing, too. */
  readonly served: Readonly<Record<string, (request: Request) => Response | Promise<Response>>>
  /** The folder of the built site. */
  readonly site: string
}

/** What a browser shows as text; without it, it would save the file. The server's own list lacks both. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.md': 'text/markdown; charset=utf-8',
  '.yaml': 'application/yaml; charset=utf-8',
}

/** The docs, beside what others serve. */
export function createStartApp({ served, site }: StartAppOptions): Hono {
  const app = new Hono()
  for (const [path, serve] of Object.entries(served)) app.all(path, ({ req }) => serve(req.raw))
  app.get('*', async (context, next) => {
    await next()
    const mediaType = mediaTypes[path.extname(context.req.path)]
    if (mediaType && context.res.ok) context.res.headers.set('Content-Type', mediaType)
  })
  app.get('*', serveStatic({ root: site }))
  app.notFound(async (context) => context.html(await readFile(path.join(site, '404.html'), 'utf8'), 404))
  return app
}
