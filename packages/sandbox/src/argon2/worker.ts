import { parentPort } from 'node:worker_threads'
import type { Argon2Input } from './argon2.ts'
import { argon2OfThisThread } from './this-thread.ts'

// A thread that computes one tag after the other. It is started by workers.ts, which sends no second input before it has the tag.
parentPort?.on('message', async (input: Argon2Input) => {
  parentPort?.postMessage(await argon2OfThisThread(input))
})
