import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { watch } from 'chokidar'
import { interrupted } from '../interrupted.ts'
import { PhaseError, runPhases } from '../pipeline/phases.ts'
import { repository } from '../repository.ts'
import { refuseTakenPort } from '../start/port.ts'
import { ThreadError } from '../thread/follow-thread.ts'
import { BackendError, createBackend } from './backend.ts'
import { fingerprint } from './fingerprint.ts'
import { createFront } from './front.ts'
import { listen } from './listen.ts'
import { pagesOf } from './pages.ts'
import { createReloads } from './reloads.ts'
import { serialized } from './serialized.ts'
import { createSite } from './site.ts'

export interface DevOptions {
  readonly port: number
  /** The folder that keeps what is written to the sandbox. Default: one that ends with the command. */
  readonly data?: string
}

/** What a person edits. What is generated from it is turbo's business. */
const sources = ['spec', 'packages'].map((folder) => path.join(repository, folder))
const notEdited = /[/\\](?:node_modules|dist|generated|\.generated-\w+|\.turbo|\.astro)(?:[/\\]|$)/

/** Stays until Ctrl-C. A build that fails says why, what was built before is still served, and the next change is tried again. */
export async function dev({ port, data }: DevOptions): Promise<void> {
  await refuseTakenPort(port, 'localhost')
  const folder = await mkdtemp(path.join(tmpdir(), 'dev-'))
  const publicUrl = `http://localhost:${port}`
  const backend = createBackend({ publicUrl, data: data ?? path.join(folder, 'data') })
  const site = createSite(path.join(repository, 'packages/docs/dist'), folder)
  const reloads = createReloads()
  const front = createFront({ backend, site, reloads })
  const server = await listen((request) => front.fetch(request), port)
  const stop = new AbortController()
  let serving: string | undefined
  let changed = new Set<string>()

  const follow = serialized(
    async () => {
      const files = changed
      changed = new Set()
      const began = performance.now()
      if (!(await didWell(() => build(stop.signal)))) return
      await site.update()
      const code = await fingerprint()
      if (code !== serving) {
        serving = undefined
        if (!(await didWell(() => backend.restart()))) return
        serving = code
      }
      reloads.send()
      say([...files], (performance.now() - began) / 1000, publicUrl)
    },
    { delay: 100 },
  )
  const edited = watch(sources, { ignored: (file) => notEdited.test(file), ignoreInitial: true })
  edited.on('all', (_event, file) => {
    changed.add(path.relative(repository, file).split(path.sep).join('/'))
    follow()
  })
  process.stderr.write('building …\n')
  // Only now: a change during the first build is one, too.
  await new Promise<void>((resolve) => edited.once('ready', resolve))
  follow()

  await interrupted()
  stop.abort()
  await edited.close()
  await Promise.all([server.close(), backend.stop()])
  await rm(folder, { recursive: true, force: true })
}

/** One line for each build: what changed, how long it took, and where it shows. */
function say(files: readonly string[], seconds: number, publicUrl: string): void {
  const [first, ...others] = files
  const what = first === undefined ? 'built' : `${first}${others.length ? ` and ${others.length} more` : ''}`
  const pages = pagesOf(files)
  const where = pages.length ? pages.map((page) => `${publicUrl}/${page}`).join(' ') : `${publicUrl}/`
  process.stderr.write(`${what}: up to date after ${seconds.toFixed(1)} s, ${where}\n`)
}

/** The site and the sandbox are all that is served: what others install can wait. */
function build(signal: AbortSignal): Promise<void> {
  return runPhases({ output: 'on failure', built: ['docs'], drafts: true, signal })
}

/** Whether it went well. A mistake of the author is told, and ends nothing. */
async function didWell(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return false
    if (!(error instanceof PhaseError || error instanceof ThreadError || error instanceof BackendError))
      throw error
    process.stderr.write(`${error.message.trimEnd()}\nWaiting for the next change.\n`)
    return false
  }
}
