import type { Argon2, Argon2Input } from './input.ts'

type Threads = typeof import('node:worker_threads')
type Thread = InstanceType<Threads['Worker']>

// Not in one expression: a bundler would take the worker for a part of every program.
const program = '../argon2/worker.js'

/**
 * Threads that give way to others, on Linux. They take Node's Argon2 where it has one, else hash-wasm.
 *
 * @param otherwise - Computes where no thread can: the file of the worker is not beside a bundled program.
 */
export function argon2OfWorkers(
  otherwise: Argon2,
  file: URL = new URL(program, import.meta.url),
): Argon2 | undefined {
  const threads = globalThis.process?.getBuiltinModule?.('node:worker_threads')
  if (typeof threads?.Worker !== 'function') return undefined
  const idle: Thread[] = []
  let haveFailed = false
  return async (input) => {
    if (haveFailed) return otherwise(input)
    const thread = idle.pop() ?? new threads.Worker(file)
    try {
      const tag = await ask(thread, input)
      idle.push(thread)
      return tag
    } catch {
      haveFailed = true
      return otherwise(input)
    }
  }
}

/** The process ends although a thread is idle, and not while somebody waits for it. */
async function ask(thread: Thread, input: Argon2Input): Promise<Uint8Array> {
  thread.ref()
  try {
    return await new Promise((resolve, reject) => {
      thread.once('message', resolve).once('error', reject)
      thread.postMessage(input)
    })
  } finally {
    thread.removeAllListeners('error')
    thread.unref()
  }
}
