import type { Argon2 } from './input.ts'
import { nativeArgon2 } from './native.ts'
import { queued } from './queue.ts'
import { argon2OfThisThread } from './this-thread.ts'
import { argon2OfWorkers } from './workers.ts'

const alone = nativeArgon2()
const crowded = argon2OfWorkers(alone ?? argon2OfThisThread)

/** More than a seed asks for at a time. A thread takes longer to start than so many computations take. */
const crowd = 8

/**
 * Argon2 beside the event loop, where the platform lets it: in the threads of Node 24.7 and newer, or in one of our own. That one gives way to
 * the event loop, and is taken where many wait, or where Node has no Argon2. A page computes in its own thread.
 *
 * One core is left to everybody else: however many log in, others are answered meanwhile.
 */
export const argon2: Argon2 = queued((input, waiting) => {
  const compute = waiting < crowd ? (alone ?? crowded) : (crowded ?? alone)
  return (compute ?? argon2OfThisThread)(input)
}, coresToSpare())

function coresToSpare(): number {
  const os = globalThis.process?.getBuiltinModule?.('node:os')
  return Math.max(1, (os?.availableParallelism?.() ?? 1) - 1)
}
