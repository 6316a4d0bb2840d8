import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { serve } from '@hono/node-server'
import { interrupted } from '../interrupted.ts'
import { packAll, type Tarball } from '../packages/pack.ts'
import { runPhases } from '../pipeline/phases.ts'
import { repository } from '../repository.ts'
import { createStartApp } from './app.ts'
import { refuseTakenPort } from './port.ts'
import { summary } from './summary.ts'

export interface StartOptions {
  readonly port: number
  readonly host: string
  readonly data?: string
  readonly build: boolean
}

/** Builds, serves, says what is where, and stays until Ctrl-C. */
export async function start({ port, host, data, build }: StartOptions): Promise<void> {
  await refuseTakenPort(port, host)
  if (build) await runPhases()

  const publicUrl = `http://${host}:${port}`
  // Imported only now: a fresh clone has no generated sources before the build.
  const { createSandbox, exampleWorld } = await import('@windmill-user-api/sandbox')
  const sandbox = await createSandbox({ seed: exampleWorld, publicUrl, ...(data !== undefined && { data }) })
  const app = createStartApp({ api: sandbox.fetch, site: path.join(repository, 'packages/docs/dist') })
  const server = await listen(app.fetch, port, host)
  process.stdout.write(
    summary({ publicUrl, data, accounts: exampleWorld.accounts, tarballs: await measurePackages() }),
  )
  await interrupted()
  await close(server)
  await sandbox.close()
}

type Fetch = Parameters<typeof serve>[0]['fetch']

function listen(fetch: Fetch, port: number, hostname: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    // Without `createServer`, node-server always makes a plain HTTP/1 server.
    const server = serve({ fetch, port, hostname }, () => resolve(server)) as Server
    server.once('error', reject)
  })
}

/** Lets requests in flight end; idle keep-alive connections do not hold the process. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}

async function measurePackages(): Promise<Tarball[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-'))
  try {
    return await packAll(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
