import { spawn } from 'node:child_process'
import { once } from 'node:events'

const { DATABASE_URL: _application, SANDBOX_DATABASE_URL: _others, ...environment } = process.env

/** The command, once it has said where it listens. */
export async function startCommand(...options: string[]) {
  const main = new URL('../src/main.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [main, '--port', '0', ...options], { env: environment })
  const written = { out: '', errors: '' }
  child.stderr.on('data', (chunk) => {
    written.errors += chunk
  })
  const ended = once(child, 'close')
  const started = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      written.out += chunk
      if (written.out.includes('Ctrl-C')) resolve()
    })
  })
  const failed = ended.then(([status]) => {
    throw new Error(`the command has ended with ${status}: ${written.errors}`)
  })
  // Its end is what is waited for, later.
  failed.catch(() => undefined)
  await Promise.race([started, failed])
  const [, url = ''] = /URL +(\S+)/.exec(written.out) ?? []
  return {
    url,
    written,
    /** Reads no more of what it writes to stderr, as a pipe that was closed. */
    closeErrors: () => child.stderr.destroy(),
    stop: async (signal: NodeJS.Signals) => {
      child.kill(signal)
      const [status] = await ended
      return status
    },
  }
}
