import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Application, commandIn, type Environment, environmentFor } from './application.ts'

/** A server of an application, such as `next start`. */
export interface Running extends AsyncDisposable {
  readonly url: string
}

/**
 * Starts a command of an application's dependencies, and resolves when it serves `url`.
 *
 * @throws Error if it ends before, with what it printed.
 */
export async function startServer(
  { folder }: Application,
  [command, ...commandArguments]: readonly [string, ...string[]],
  url: string,
  environment: Environment = {},
): Promise<Running> {
  // a process group of its own, because these commands start others
  const child = spawn(commandIn(folder, command), commandArguments, {
    cwd: folder,
    env: environmentFor(environment),
    detached: true,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const ended = once(child, 'close')
  const stop = async () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
    await ended
  }
  const served = await Promise.race([isServed(url), ended.then(() => false)])
  if (!served) {
    await stop()
    throw new Error(`${command} does not serve ${url}. It printed:\n${output}`)
  }
  return { url, [Symbol.asyncDispose]: stop }
}

/** Asks until it answers, for four minutes at most: a first start compiles. */
async function isServed(url: string): Promise<boolean> {
  const end = Date.now() + 240_000
  while (Date.now() < end) {
    const response = await fetch(url, { redirect: 'manual' }).catch(() => undefined)
    if (response) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}
