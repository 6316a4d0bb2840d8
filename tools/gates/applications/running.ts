import { type ChildProcess, spawn } from 'node:child_process'
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
  const stop = () => stopGroup(child, ended)
  const waiting = new AbortController()
  const served = await Promise.race([isServed(url, waiting.signal), ended.then(() => false)])
  waiting.abort()
  if (!served) {
    await stop()
    throw new Error(`${command} does not serve ${url}. It printed:\n${output}`)
  }
  return { url, [Symbol.asyncDispose]: stop }
}

/** Ends a process and those that it has started: politely, and after ten seconds for certain. */
async function stopGroup({ pid, exitCode }: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (pid === undefined || exitCode !== null) return
  const insisting = setTimeout(() => process.kill(-pid, 'SIGKILL'), 10_000)
  process.kill(-pid, 'SIGTERM')
  await ended
  clearTimeout(insisting)
}

/** Asks until it answers, for four minutes at most: a first start compiles. */
async function isServed(url: string, signal: AbortSignal): Promise<boolean> {
  const end = Date.now() + 240_000
  while (Date.now() < end && !signal.aborted) {
    const response = await fetch(url, { redirect: 'manual', signal }).catch(() => undefined)
    if (response) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}
