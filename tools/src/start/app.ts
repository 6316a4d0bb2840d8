import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

export interface StartAppOptions {
  /** Serves everything below `/api`, and its page at `/sandbox`. */
  readonly sandbox: (request: Request) => Response | Promise<Response>
  /** The folder of the built site. */
  readonly site: string
}

/** What a browser shows as text; without it, it would save the file. The server's own list lacks both. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.md': 'text/markdown; charset=utf-8',
  '.yaml': 'application/yaml; charset=utf-8',
}

/** What belongs to the sandbox. Hono's `*` stands for nothing, too. */
const pathsOfSandbox = ['/api/*', '/sandbox/*']

/** The sandbox below `/api` and at `/sandbox`, the docs everywhere else. */
export function createStartApp({ sandbox, site }: StartAppOptions): Hono {
  const app = new Hono()
  for (const path of pathsOfSandbox) app.all(path, ({ req }) => sandbox(req.raw))
  app.get('*', async (context, next) => {
    await next()
    const mediaType = mediaTypes[path.extname(context.req.path)]
    if (mediaType && context.res.ok) context.res.headers.set('Content-Type', mediaType)
  })
  app.get('*', serveStatic({ root: site }))
  app.notFound(async (context) => context.html(await readFile(path.join(site, '404.html'), 'utf8'), 404))
  return app
}
