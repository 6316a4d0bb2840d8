import path from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { serveDocs } from '@windmill-user-api/docs/server'
import { serve } from '@windmill-user-api/sandbox/node'
import { Hono } from 'hono'
import { repository } from '../../src/repository.ts'

export interface DocsAndApi extends AsyncDisposable {
  /** Without a slash at the end. */
  readonly url: string
}

export const builtSite = path.join(repository, 'packages/docs/dist')

/** What `pnpm start` serves, on a port of its own: the docs at `/`, the API at `/api`. */
export async function serveDocsAndApi(): Promise<DocsAndApi> {
  const { places, close } = await serveDocs({ site: builtSite, port: 0, host: 'localhost' })
  const [, url = ''] = places.find(([label]) => label === 'docs') ?? []
  return { url: url.replace(/\/$/, ''), [Symbol.asyncDispose]: close }
}

/** The built site below a path, as a file server has it that knows nothing of the site. */
export async function serveBelow(base: string): Promise<DocsAndApi> {
  const app = new Hono()
  app.get(
    `${base}/*`,
    serveStatic({ root: builtSite, rewriteRequestPath: (address) => address.slice(base.length) }),
  )
  const server = await serve({ fetch: async (request) => app.fetch(request) }, { port: 0, host: 'localhost' })
  return { url: `${server.url}${base}`, [Symbol.asyncDispose]: () => server.close() }
}
