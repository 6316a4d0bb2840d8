import { nativeArgon2 } from './native.ts'
import { queued } from './queue.ts'
import { argon2OfThisThread } from './this-thread.ts'
import { argon2OfWorkers } from './workers.ts'

/** What is hashed, and how: the names of RFC 9106, section 3.1. Memory in KiB. */
export interface Argon2Input {
  readonly variant: 'argon2d' | 'argon2i' | 'argon2id'
  readonly password: string
  readonly salt: Uint8Array
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
  readonly tagLength: number
}

/** Computes a tag. */
export type Argon2 = (input: Argon2Input) => Promise<Uint8Array>

/**
 * Argon2 beside the event loop, where the platform lets it: of Node 24.7 and newer, else of hash-wasm in a worker. A page computes in its
 * own thread.
 *
 * One core is left to everybody else: however many log in, others are answered meanwhile.
 */
export const argon2: Argon2 = queued(
  nativeArgon2() ?? argon2OfWorkers() ?? argon2OfThisThread,
  coresToSpare(),
)

function coresToSpare(): number {
  const os = globalThis.process?.getBuiltinModule?.('node:os')
  return Math.max(1, (os?.availableParallelism?.() ?? 1) - 1)
}
