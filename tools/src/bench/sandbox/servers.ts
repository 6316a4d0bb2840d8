import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { repository } from '../../repository.ts'

export interface BenchedServer {
  readonly name: string
  /** What stands before the document's paths. */
  readonly url: string
  /** From the start of the process to its first answer. */
  readonly milliseconds: number
  stop(): Promise<void>
}

interface Start {
  readonly name: string
  readonly url: string
  readonly command: readonly [string, ...string[]]
}

/** Starts a server as a process of its own, and waits for its first answer to `GET /users/email`. */
export async function startServer({
  name,
  url,
  command: [program, ...options],
}: Start): Promise<BenchedServer> {
  const begun = performance.now()
  const { DATABASE_URL: _ours, ...env } = process.env
  const child = spawn(program, options, { cwd: repository, stdio: ['ignore', 'ignore', 'inherit'], env })
  await firstAnswer(url, child)
  const milliseconds = performance.now() - begun
  const stop = async () => {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  return { name, url, milliseconds, stop }
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

const sandboxMain = path.join(repository, 'packages/sandbox/dist/main.js')

/** The built command, with its own options besides. */
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
  const command = [
    process.execPath,
    prism,
    'mock',
    '-p',
    String(port),
    '-h',
    '127.0.0.1',
    '-v',
    'error',
    document,
  ] as const
  return { name: 'Prism', url: `http://127.0.0.1:${port}`, command }
}
