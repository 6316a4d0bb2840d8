import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { repository } from '../../repository.ts'
import type { Defer } from './cleaning-up.ts'

export interface BenchedServer {
  readonly name: string
  /** What stands before the document's paths. */
  readonly url: string
  /** From the start of the process to its first answer. */
  readonly milliseconds: number
  /** How long its process has kept processors busy, where the system tells: Linux does. */
  cpuSeconds(): number | undefined
  /** Lets it finish what it is answering. */
  stop(): Promise<void>
}

export interface Start {
  readonly name: string
  readonly url: string
  readonly command: readonly [string, ...string[]]
  /** Where Node keeps what it has compiled, for those who ask it to. Default: where it keeps that of everyone. */
  readonly temporary?: string
}

/**
 * Starts a server as a process of its own, and waits for its first answer to `GET /users/email`. One that is not stopped is
 * killed at the end.
 */
export async function startServer(start: Start, defer: Defer): Promise<BenchedServer> {
  const { name, url, command } = start
  const [program, ...options] = command
  const env = environmentOf(start)
  const begun = performance.now()
  const child = spawn(program, options, { cwd: repository, stdio: ['ignore', 'ignore', 'inherit'], env })
  const ended = once(child, 'exit')
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  defer(() => end('SIGKILL'))
  await firstAnswer(url, child)
  const milliseconds = performance.now() - begun
  return { name, url, milliseconds, cpuSeconds: () => cpuSecondsOf(child.pid), stop: () => end('SIGTERM') }
}

/** Of all systems on which Linux runs. */
const ticksPerSecond = 100

function cpuSecondsOf(pid: number | undefined): number | undefined {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return undefined
  // What follows the name, which may hold anything, in brackets: the twelfth and thirteenth are of the user and the system (proc(5)).
  const [, rest = ''] = /\) (.*)/.exec(readFileSync(file, 'utf8')) ?? []
  const fields = rest.split(' ').map(Number)
  return ((fields[11] ?? 0) + (fields[12] ?? 0)) / ticksPerSecond
}

/** Ours, without what would change a sandbox. */
function environmentOf({ temporary }: Start): NodeJS.ProcessEnv {
  const changing = /^(DATABASE_URL|SANDBOX_.*|NODE_.*COMPILE_CACHE)$/
  const ours = Object.entries(process.env).filter(([name]) => !changing.test(name))
  return { ...Object.fromEntries(ours), ...(temporary !== undefined && { TMPDIR: temporary }) }
}

async function firstAnswer(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${url}: the server has ended with ${child.exitCode}`)
    // 503 while the sandbox is starting
    const status = await fetch(`${url}/users/email`).then(
      (answer) => answer.status,
      () => 503,
    )
    if (status !== 503) return
    await setTimeout(5)
  }
}

/** The command, as it is built. */
export const sandboxMain = path.join(repository, 'packages/sandbox/dist/main.js')

/** The command with its own options besides. */
export function sandboxStart(name: string, port: number, ...options: string[]): Start {
  const command = [sandboxMain, '--port', String(port), '--quiet', '--seed', 'example', ...options]
  return { name, url: `http://localhost:${port}/api`, command: [process.execPath, ...command] }
}

export function bareHonoStart(port: number): Start {
  const command = [process.execPath, path.join(import.meta.dirname, 'bare-hono.ts'), String(port)] as const
  return { name: 'bare Hono', url: `http://127.0.0.1:${port}`, command }
}

export function prismStart(installed: string, port: number): Start {
  const document = path.join(repository, 'spec/dist/openapi.json')
  const prism = path.join(installed, 'node_modules/@stoplight/prism-cli/dist/index.js')
  const options = ['mock', '-p', String(port), '-h', '127.0.0.1', '-v', 'error', document]
  return { name: 'Prism', url: `http://127.0.0.1:${port}`, command: [process.execPath, prism, ...options] }
}
