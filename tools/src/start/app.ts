import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type MiddlewareHandler } from 'hono'
import { etag } from 'hono/etag'
import { compress } from './compress.ts'

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
  app.get('*', protect, compress, etag({ weak: true }), describe, redirectToFolder(site))
  app.get('*', serveStatic({ root: site }))
  app.notFound(async (context) => context.html(await notFoundPage(site), 404))
  return app
}

/** It is shown at any address, so it says from where its links lead. */
async function notFoundPage(site: string): Promise<string> {
  const page = await readFile(path.join(site, '404.html'), 'utf8')
  return page.replace('<head>', '<head><base href="/">')
}

/** Beside the policy that each page has in its head. */
const protect: MiddlewareHandler = async (context, next) => {
  context.header('X-Content-Type-Options', 'nosniff')
  context.header('Referrer-Policy', 'no-referrer')
  await next()
}

/** Names with a hash of what the file has: another content has another name. */
const immutable = /^\/(?:_astro|pagefind\/(?:fragment|index))\//

const describe: MiddlewareHandler = async (context, next) => {
  await next()
  const { req, res } = context
  const mediaType = mediaTypes[path.extname(req.path)]
  if (mediaType && res.ok) context.header('Content-Type', mediaType)
  const stays = immutable.test(req.path) && res.ok
  context.header('Cache-Control', stays ? 'public, max-age=31536000, immutable' : 'no-cache')
}

/** The relative URLs of a page lead from its folder, whose address ends with a slash. */
function redirectToFolder(site: string): MiddlewareHandler {
  return async ({ req, redirect }, next) => {
    const isFolder = !req.path.endsWith('/') && existsSync(path.join(site, req.path, 'index.html'))
    return isFolder ? redirect(`${req.path}/${new URL(req.url).search}`, 301) : next()
  }
}
