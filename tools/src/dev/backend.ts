import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { repository } from '../repository.ts'

/** The sandbox, in a process of its own: a loaded module cannot be loaded anew. */
export interface Backend {
  /** Resolves to where it listens, such as `http://127.0.0.1:41873`. Whoever asks while it starts again waits. */
  url(): Promise<string>
  /** Starts it, or starts it again with the code as it is now. What was written stays. */
  restart(): Promise<void>
  stop(): Promise<void>
}

export interface BackendOptions {
  /** How the world names it, such as `http://localhost:8000`. */
  readonly publicUrl: string
  /** The folder that keeps what is written. */
  readonly data: string
}

/** The sandbox ended before it listened. It has printed why. */
export class BackendError extends Error {
  override readonly name = 'BackendError'
}

export function createBackend({ publicUrl, data }: BackendOptions): Backend {
  const program = path.join(import.meta.dirname, 'backend/main.ts')
  let child: ChildProcess | undefined
  let listening = Promise.withResolvers<string>()

  async function stop(): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }

  async function restart(): Promise<void> {
    const before = listening
    listening = Promise.withResolvers()
    await stop()
    child = spawn(process.execPath, [program, publicUrl, data], {
      cwd: repository,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const [answer] = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => [])])
    // Those who waited since the last time wait for this one.
    for (const waiting of [before, listening]) settle(waiting, answer)
    if (typeof answer !== 'string') throw new BackendError('The sandbox did not start.')
  }

  return { url: () => listening.promise, restart, stop }
}

function settle({ promise, resolve, reject }: PromiseWithResolvers<string>, url: unknown): void {
  // Nobody may be waiting.
  promise.catch(() => {})
  if (typeof url === 'string') resolve(url)
  else reject(new BackendError('The sandbox did not start.'))
}
