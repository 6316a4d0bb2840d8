import path from 'node:path'
import { createSandbox, exampleWorld } from '@windmill-user-api/sandbox'
import { serve } from '@windmill-user-api/sandbox/node'
import { build } from 'esbuild'
import { Hono } from 'hono'
import { repository } from '../../../src/repository.ts'
import { freePort } from '../free-port.ts'

export interface ServedApp extends AsyncDisposable {
  readonly url: string
}

const page = '<!doctype html><title>Console</title><div id="root"></div><script src="/app.js"></script>'

/** The sample app of `react-query` at `/`, and the API that it calls at `/api`: one origin, as its cookie needs. */
export async function serveApp(): Promise<ServedApp> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const [script, sandbox] = await Promise.all([
    bundleApp(),
    createSandbox({ seed: exampleWorld, publicUrl: url }),
  ])
  const app = new Hono()
  app.all('/api/*', ({ req }) => sandbox.fetch(req.raw))
  app.get('/app.js', (context) => context.body(script, 200, { 'Content-Type': 'text/javascript' }))
  app.get('/', (context) => context.html(page))
  const server = await serve({ fetch: async (request) => app.fetch(request) }, { port, host: 'localhost' })
  return {
    url,
    async [Symbol.asyncDispose]() {
      await server.close()
      await sandbox.close()
    },
  }
}

/** The app over the packages as they are published. */
async function bundleApp(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(repository, 'packages/react-query/samples/console.tsx')],
    bundle: true,
    write: false,
    platform: 'browser',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: {
      '@windmill-user-api/client': path.join(repository, 'packages/client/dist/index.js'),
      '@windmill-user-api/react-query': path.join(repository, 'packages/react-query/dist/index.js'),
    },
  })
  return outputFiles[0]?.text ?? ''
}
