import path from 'node:path'
import { watch } from 'chokidar'
import { interrupted } from '../interrupted.ts'
import { PhaseError, runPhases } from '../pipeline/phases.ts'
import { repository } from '../repository.ts'
import { ThreadError } from '../thread/follow-thread.ts'
import { serialized } from './serialized.ts'
import { createServerProcess } from './server-process.ts'

export interface DevOptions {
  readonly port: string
}

/** What a person edits. What is generated from it is turbo's business. */
const sources = ['spec', 'packages'].map((folder) => path.join(repository, folder))
const notEdited = /[/\\](?:node_modules|dist|generated|\.turbo|\.astro)(?:[/\\]|$)/

/** Code that the running server has loaded: it starts again when one of these files gets another text. */
const loadedByServer = path.join(repository, 'packages/sandbox/src')

/** Stays until Ctrl-C. A build that fails says why and is tried again on the next change. */
export async function dev({ port }: DevOptions): Promise<void> {
  const server = createServerProcess(port)
  const buildAndServe = async () => {
    if (await build()) await server.start()
  }
  await buildAndServe()

  const rebuild = serialized(buildAndServe, { delay: 100 })
  const edited = watch(sources, { ignored: (file) => notEdited.test(file), ignoreInitial: true })
  edited.on('all', (_event, file) => {
    process.stderr.write(`changed: ${path.relative(repository, file)}\n`)
    rebuild()
  })

  const restart = serialized(() => server.restart(), { delay: 500 })
  const loaded = watch(loadedByServer, {
    ignored: (file) => /\.test(-d)?\.ts$/.test(file),
    ignoreInitial: true,
  })
  loaded.on('all', restart)

  await interrupted()
  await Promise.all([edited.close(), loaded.close(), server.stop()])
}

/** Whether all went well. */
async function build(): Promise<boolean> {
  const started = performance.now()
  try {
    await runPhases()
    process.stderr.write(`up to date after ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
    return true
  } catch (error) {
    if (!(error instanceof PhaseError || error instanceof ThreadError)) throw error
    process.stderr.write(`${error.message.trimEnd()}\nWaiting for the next change.\n`)
    return false
  }
}
