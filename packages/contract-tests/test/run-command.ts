import { spawn } from 'node:child_process'

const main = new URL('../src/main.ts', import.meta.url).pathname

/** How a process ended. */
export interface Ended {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** A command that is running. */
export interface RunningCommand {
  readonly ended: Promise<Ended>
  kill(signal: NodeJS.Signals): void
  /** Resolves once standard error holds this text. */
  says(text: string): Promise<void>
  /** Stops reading what it prints, as a terminal that is closed. */
  closeStreams(): void
}

/** Starts `windmill-user-contract` in a folder. */
export function startCommand(
  args: readonly string[],
  { cwd = process.cwd(), environment = {} as Readonly<Record<string, string>> } = {},
): RunningCommand {
  const child = spawn(process.execPath, [main, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], ...environment },
  })
  const printed = { out: '', err: '' }
  const listeners = new Set<() => void>()
  child.stdout.on('data', (chunk) => (printed.out += chunk))
  child.stderr.on('data', (chunk) => {
    printed.err += chunk
    for (const listener of listeners) listener()
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (status) => child.stderr.destroyed && resolve({ status, ...printed }))
    child.once('close', (status) => resolve({ status, ...printed }))
  })
  return {
    ended,
    kill: (signal) => void child.kill(signal),
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = () => printed.err.includes(text) && resolve()
        listeners.add(look)
        look()
        ended.then(() => reject(new Error(`It ended and never said "${text}": ${printed.err}`)), reject)
      }),
    closeStreams() {
      child.stdout.destroy()
      child.stderr.destroy()
    },
  }
}
