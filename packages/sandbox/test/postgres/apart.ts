import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { PostgresServer } from './server.ts'

/**
 * Starts a PostgreSQL in a process of its own, which ends with its input: whatever becomes of this one, no server stays behind. Ctrl-C does
 * not reach it, so that this process can finish first.
 */
export async function startPostgresApart(): Promise<Pick<PostgresServer, 'url' | 'stop'>> {
  const program = `${import.meta.dirname}/main.ts`
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'], detached: true })
  const ended = once(child, 'exit')
  const { value, done } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()
  if (done) throw new Error('The PostgreSQL that npm has brought did not start.')
  return {
    url: value,
    stop: async () => {
      child.stdin.end()
      await ended
    },
  }
}
