import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { interrupted } from '../interrupted.ts'
import { packAll, type Tarball } from '../packages/pack.ts'
import { runPhases } from '../pipeline/phases.ts'
import { repository } from '../repository.ts'
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

  // Imported only now: a fresh clone has no generated sources before the build.
  const { serveDocs } = await import('@windmill-user-api/docs/server')
  const { places, close } = await serveDocs({
    site: path.join(repository, 'packages/docs/dist'),
    port,
    host,
    data,
  })
  process.stdout.write(summary({ places, tarballs: await measurePackages() }))
  await interrupted()
  await close()
}

async function measurePackages(): Promise<Tarball[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-'))
  try {
    return await packAll(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
