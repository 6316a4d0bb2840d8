import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Handler, Hono, type MiddlewareHandler } from 'hono'
import { etag } from 'hono/etag'
import { compress } from './compress.ts'

/** Answers a request. */
export type Serve = (request: Request) => Response | Promise<Response>

export interface SiteAppOptions {
  /** What is not of the site: a path of Hono, such as `/api/*`, and who serves it. Hono's `*` stands for nothing, too. */
  readonly served: Readonly<Record<string, Serve>>
  /** The folder of the built site. */
  readonly site: string
  /** The path that the site is below, such as `/docs/v1`. Default: none, it is at the root. */
  readonly basePath?: string | undefined
}

/** What a browser shows as text; without it, it would save the file. The server's own list lacks both. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.md': 'text/markdown; charset=utf-8',
  '.yaml': 'application/yaml; charset=utf-8',
}

/** The docs, beside what others serve. */
export function createSiteApp({ served, site, basePath = '' }: SiteAppOptions): Hono {
  const app = new Hono()
  for (const [path, serve] of Object.entries(served)) app.all(path, ({ req }) => serve(req.raw))
  if (basePath !== '') for (const path of ['/', basePath]) app.get(path, leadTo(`${basePath}/`))
  app.mount(basePath || '/', createPages(site, basePath).fetch)
  return app
}

function leadTo(address: string): Handler {
  return ({ redirect }) => redirect(address)
}

/** The site, seen from the path that it is below. */
function createPages(site: string, basePath: string): Hono {
  const pages = new Hono()
  pages.get('*', protect, compress, etag({ weak: true }), describe, redirectToFolder(site, basePath))
  pages.get('*', serveStatic({ root: site }))
  pages.notFound(async (context) => context.html(await notFoundPage(site, basePath), 404))
  return pages
}

/** It is shown at any address, so it says from where its links lead. */
async function notFoundPage(site: string, basePath: string): Promise<string> {
  const page = await readFile(path.join(site, '404.html'), 'utf8')
  return page.replace('<head>', `<head><base href="${basePath}/">`)
}

/** Beside the policy that each page has in its head. */
const protect: MiddlewareHandler = async (context, next) => {
  context.header('X-Content-Type-Options', 'nosniff')
  context.header('Referrer-Policy', 'no-referrer')
  await next()
}

/** Names with a hash of what the file has: another content has another name. */
const immutable = /^\/_astro\//

const describe: MiddlewareHandler = async (context, next) => {
  await next()
  const { req, res } = context
  const mediaType = mediaTypes[path.extname(req.path)]
  if (mediaType && res.ok) context.header('Content-Type', mediaType)
  const stays = immutable.test(req.path) && res.ok
  context.header('Cache-Control', stays ? 'public, max-age=31536000, immutable' : 'no-cache')
}

/** The relative URLs of a page lead from its folder, whose address ends with a slash. */
function redirectToFolder(site: string, basePath: string): MiddlewareHandler {
  return async ({ req, redirect }, next) => {
    const isFolder = !req.path.endsWith('/') && existsSync(path.join(site, req.path, 'index.html'))
    return isFolder ? redirect(`${basePath}${req.path}/${new URL(req.url).search}`, 301) : next()
  }
}
