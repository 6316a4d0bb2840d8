import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { repository } from '../repository.ts'

export interface ServerProcess {
  /** Starts the server unless it runs. */
  start(): Promise<void>
  /** Starts a running server again, with the code as it is now. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** `pnpm start --no-build` as a child, because a loaded module cannot be loaded anew. */
export function createServerProcess(port: string): ServerProcess {
  const script = path.join(repository, 'tools/src/start/main.ts')
  let running: ChildProcess | undefined

  async function start(): Promise<void> {
    if (isRunning(running)) return
    running = spawn(process.execPath, [script, '--no-build', '--port', port], {
      cwd: repository,
      stdio: 'inherit',
    })
  }

  async function stop(): Promise<void> {
    if (!isRunning(running)) return
    const ended = once(running, 'exit')
    running.kill('SIGTERM')
    await ended
  }

  async function restart(): Promise<void> {
    if (!isRunning(running)) return
    await stop()
    await start()
  }

  return { start, restart, stop }
}

function isRunning(child: ChildProcess | undefined): child is ChildProcess {
  return child !== undefined && child.exitCode === null && child.signalCode === null
}
