import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { repository } from '../repository.ts'

export interface ServerProcess {
  /** Ends the server where one runs, and starts one with the code as it is now. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** `pnpm start --no-build` as a child, because a loaded module cannot be loaded anew. */
export function createServerProcess(port: string): ServerProcess {
  const script = path.join(repository, 'tools/src/start/main.ts')
  let running: ChildProcess | undefined

  async function stop(): Promise<void> {
    if (!running || running.exitCode !== null) return
    running.kill('SIGTERM')
    await once(running, 'exit')
  }

  async function restart(): Promise<void> {
    await stop()
    running = spawn(process.execPath, [script, '--no-build', '--port', port], {
      cwd: repository,
      stdio: 'inherit',
    })
  }

  return { restart, stop }
}
