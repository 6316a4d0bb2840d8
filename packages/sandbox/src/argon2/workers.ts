import type { Argon2, Argon2Input } from './argon2.ts'
import { argon2OfThisThread } from './this-thread.ts'

type Threads = typeof import('node:worker_threads')
type Thread = InstanceType<Threads['Worker']>

// Not in one expression: a bundler would take the worker for a part of every program.
const program = '../argon2/worker.js'

/** hash-wasm in threads of Node, for versions without an Argon2 of their own, and for runtimes that have Node's threads. */
export function argon2OfWorkers(): Argon2 | undefined {
  const threads = globalThis.process?.getBuiltinModule?.('node:worker_threads')
  if (typeof threads?.Worker !== 'function') return undefined
  const idle: Thread[] = []
  return async (input) => {
    const thread = idle.pop() ?? start(threads)
    try {
      const tag = await ask(thread, input)
      idle.push(thread)
      return tag
    } catch {
      // The file of the worker is not beside a bundled program.
      return argon2OfThisThread(input)
    }
  }
}

function start({ Worker }: Threads): Thread {
  return new Worker(new URL(program, import.meta.url))
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
