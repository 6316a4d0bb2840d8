import path from 'node:path'
import { createSandbox, exampleWorld } from '@windmill-user-api/sandbox'
import { serve } from '@windmill-user-api/sandbox/node'
import { repository } from '../../src/repository.ts'
import { createStartApp } from '../../src/start/app.ts'
import { freePort } from './free-port.ts'

export interface DocsAndApi extends AsyncDisposable {
  /** Without a slash at the end. */
  readonly url: string
}

/** What `pnpm start` serves, on a port of its own: the docs at `/`, the API at `/api`. */
export async function serveDocsAndApi(): Promise<DocsAndApi> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const sandbox = await createSandbox({ seed: exampleWorld, publicUrl: url })
  const app = createStartApp({
    served: { '/api/*': sandbox.fetch },
    site: path.join(repository, 'packages/docs/dist'),
  })
  const server = await serve({ fetch: async (request) => app.fetch(request) }, { port, host: 'localhost' })
  return {
    url,
    async [Symbol.asyncDispose]() {
      await server.close()
      await sandbox.close()
    },
  }
}
