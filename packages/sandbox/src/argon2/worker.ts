import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import type { Argon2Input } from './input.ts'
import { nativeArgon2OfThisThread } from './native.ts'

// A thread that computes one tag after the other. It is started by workers.ts, which sends no second input before it has the tag.

/** Lets the event loop go first, and still takes a quarter of a core that it shares with it. Elsewhere the whole process would give way. */
function giveWay(): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(0, 5)
  } catch {
    // Deno asks for a permission first.
  }
}

giveWay()
const computing = nativeArgon2OfThisThread()

parentPort?.on('message', async (input: Argon2Input) => {
  const compute = computing ?? (await import('./this-thread.ts')).argon2OfThisThread
  parentPort?.postMessage(await compute(input))
})
