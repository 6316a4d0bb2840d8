import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
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
  const { serve } = await import('@windmill-user-api/sandbox/node')
  const hasConsole = isPrivate(host, data)
  const place = data === undefined ? {} : { data }
  const sandbox = await createSandbox({ seed: exampleWorld, publicUrl, console: hasConsole, ...place })
  const app = createStartApp({
    // the sandbox and its page
    served: { '/api/*': sandbox.fetch, '/sandbox/*': sandbox.fetch },
    site: path.join(repository, 'packages/docs/dist'),
  })
  const server = await serve({ fetch: async (request) => app.fetch(request) }, { port, host })
  process.stdout.write(
    summary({
      publicUrl,
      hasConsole,
      data,
      accounts: exampleWorld.accounts,
      tarballs: await measurePackages(),
    }),
  )
  await interrupted()
  await server.close()
  await sandbox.close()
}

/** The page of the sandbox asks nobody to log in: it is for this machine alone, and for data that nobody keeps. */
function isPrivate(host: string, data: string | undefined): boolean {
  return data === undefined && /^(?:localhost|::1|127(?:\.\d+){3})$/.test(host)
}

async function measurePackages(): Promise<Tarball[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-'))
  try {
    return await packAll(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
