import { readFile } from 'node:fs/promises'
import { createSiteApp, servedSettings } from '@windmill-user-api/docs/server'
import { Hono } from 'hono'
import { proxy } from 'hono/proxy'
import { streamSSE } from 'hono/streaming'
import type { Backend } from './backend.ts'
import type { Reloads } from './reloads.ts'
import type { Site } from './site.ts'

export interface FrontOptions {
  readonly backend: Pick<Backend, 'url'>
  readonly site: Pick<Site, 'folder'>
  readonly reloads: Reloads
}

/** What the browser talks to. It stays while everything behind it is built and started again. */
export function createFront({ backend, site, reloads }: FrontOptions): Hono {
  const app = new Hono()
  app.get('/dev/reloads', (context) =>
    streamSSE(context, async (stream) => {
      await stream.writeSSE({ event: 'connected', data: '' })
      const stop = reloads.listen(() => stream.writeSSE({ event: 'reload', data: '' }))
      await new Promise<void>((resolve) => stream.onAbort(resolve))
      stop()
    }),
  )
  app.get('/dev/reload.js', async ({ body }) =>
    body(await readFile(new URL('reload.js', import.meta.url), 'utf8'), 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
    }),
  )
  for (const path of ['/api/*', '/sandbox/*'])
    app.all(path, async ({ req }) => {
      const { pathname, search } = new URL(req.url)
      try {
        return await proxy(`${await backend.url()}${pathname}${search}`, req)
      } catch {
        return new Response('Unavailable: the sandbox did not start. The terminal says why.\n', {
          status: 503,
        })
      }
    })
  const pages = pagesFrom(site)
  app.all('*', async ({ req, html }) => {
    const current = pages()
    if (current === undefined) return html(withReload('<title>Building</title><p>Building …</p>'), 503)
    const response = await current.fetch(inFull(req.raw))
    if (!response.headers.get('Content-Type')?.startsWith('text/html')) return response
    const headers = new Headers(response.headers)
    headers.delete('Content-Length')
    headers.set('Cache-Control', 'no-store')
    return new Response(withReload(await response.text()), { status: response.status, headers })
  })
  return app
}

/** The application of the site as it is now, made once for each of its states. */
function pagesFrom(site: FrontOptions['site']): () => Hono | undefined {
  let made: { readonly folder: string; readonly app: Hono } | undefined
  return () => {
    const folder = site.folder()
    if (folder !== undefined && folder !== made?.folder)
      made = { folder, app: createSiteApp({ served: servedSettings({ hasConsole: true }), site: folder }) }
    return made?.app
  }
}

/** As text, which the reload is added to, and not a note that the browser has it already. */
function inFull(request: Request): Request {
  const headers = new Headers(request.headers)
  headers.delete('Accept-Encoding')
  headers.delete('If-None-Match')
  return new Request(request, { headers })
}

function withReload(page: string): string {
  return `${page}<script type="module" src="/dev/reload.js"></script>`
}
