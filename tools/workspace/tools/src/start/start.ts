import path from 'node:path'
import { serve } from '@hono/node-server'
import { createSiteApp } from '@windmill-user-api/docs/server'
import { getResponse } from 'msw'
import { interrupted } from '../interrupted.ts'
import { runPhases } from '../pipeline/phases.ts'
import { repository } from '../repository.ts'
import { refuseTakenPort } from './port.ts'

export interface StartOptions {
  readonly port: number
  readonly host: string
  readonly build: boolean
}

/** Builds, serves, says what is where, and stays until Ctrl-C. */
export async function start({ port, host, build }: StartOptions): Promise<void> {
  await refuseTakenPort(port, host)
  if (build) await runPhases()

  const publicUrl = `http://${host}:${port}`
  // Imported only now: a fresh clone has no generated sources before the build.
  const { createHandlers } = await import('@windmill-user-api/msw')
  const handlers = createHandlers({ baseUrl: `${publicUrl}/api` })()
  const mocks = async (request: Request) =>
    (await getResponse(handlers, request)) ?? new Response('Not found', { status: 404 })
  const app = createSiteApp({
    served: { '/api/*': mocks },
    site: path.join(repository, 'packages/docs/dist'),
  })
  const server = serve({ fetch: app.fetch, port, hostname: host })
  process.stdout.write(`\n  docs   ${publicUrl}/\n  mocks  ${publicUrl}/api\n\nCtrl-C ends it.\n`)
  await interrupted()
  server.close()
}
