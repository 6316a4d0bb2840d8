import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, beforeEach } from 'vitest'

interface SandboxCommand {
  /** Without a slash at the end. */
  readonly url: string
  /** Begins again, as it was started. */
  reset(): Promise<void>
  stop(): Promise<void>
}

/** A sandbox for the tests of a file, as it was started before each of them. @returns Where it is. */
export function useSandboxCommand(): () => string {
  let sandbox: SandboxCommand
  beforeAll(async () => {
    sandbox = await startSandboxCommand()
  }, 120_000)
  beforeEach(() => sandbox.reset())
  afterAll(() => sandbox.stop())
  return () => sandbox.url
}

/** What the quick start tells a reader to start, on a port of its own. */
async function startSandboxCommand(): Promise<SandboxCommand> {
  const main = new URL('../../sandbox/src/main.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [main, '--port', '0', '--memory'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const url = await readUrl(child.stdout)
  return {
    url,
    reset: async () => {
      const { status } = await fetch(`${url}/sandbox/reset`, { method: 'POST' })
      if (status !== 204) throw new Error(`the reset was answered with ${status}`)
    },
    stop: async () => {
      const ended = once(child, 'close')
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function readUrl(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const [, url] = / URL +(\S+)\/api$/.exec(line) ?? []
    if (url !== undefined) return url
  }
  throw new Error('the sandbox ended before it said where it listens')
}
