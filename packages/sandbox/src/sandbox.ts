import { createApp } from './app.ts'
import type { Storage } from './database/storage.ts'
import type { Clock, Log, Random } from './ports.ts'
import { initialWorld } from './seed/initial-world.ts'
import { plantIfEmpty, preparePlant } from './seed/plant.ts'
import type { SeedWorld } from './seed/world.ts'

/** How a sandbox is to be. */
export interface SandboxOptions {
  /** What it begins with. Default: `initialWorld`. */
  readonly seed?: SeedWorld
  /** A directory that keeps what is written. Default: memory. One that holds a sandbox already is not seeded again. */
  readonly data?: string
  /** Default: the system's. */
  readonly clock?: Clock
  /** Default: `crypto.getRandomValues`. */
  readonly random?: Random
  /** How people reach it. Default: `http://localhost:8000`. */
  readonly publicUrl?: string
  /** What stands before every path of the document. Default: `/api`. */
  readonly basePath?: string
  /** Whether an answer that deviates from the document is turned into a 500 that says how. Default: false. */
  readonly checkResponses?: boolean
  /** Receives an entry for each answered request. Default: nobody does. */
  readonly log?: Log
}

/** A running server of the user API, without a port. */
export interface Sandbox {
  /** Answers a request as the server would. Never rejects. */
  fetch(request: Request): Promise<Response>
  /** Brings back the state that it began with. */
  reset(): Promise<void>
  /** Frees what it holds. It answers nothing afterwards. */
  close(): Promise<void>
}

/** Puts a sandbox together over the storage that somebody opens. */
export async function startSandbox(
  opening: Promise<Storage>,
  options: Omit<SandboxOptions, 'data'>,
): Promise<Sandbox> {
  const { clock = () => new Date(), random = strongRandom, seed = initialWorld } = options
  const [storage, plant] = await Promise.all([opening, preparePlant(seed, random)])
  const { database } = storage
  await closeOnFailure(storage, () => plantIfEmpty(database, plant, clock()))
  const { fetch } = createApp({
    database,
    clock,
    random,
    publicUrl: options.publicUrl ?? 'http://localhost:8000',
    basePath: options.basePath ?? '/api',
    checkResponses: options.checkResponses ?? false,
    log: options.log ?? (() => undefined),
    report: (error) => console.error(error),
  })
  return {
    fetch,
    reset: () =>
      database.transaction().execute(async (transaction) => {
        await storage.clear(transaction)
        await plant(transaction, clock())
      }),
    close: () => storage.close(),
  }
}

async function closeOnFailure(storage: Storage, start: () => Promise<void>): Promise<void> {
  try {
    await start()
  } catch (error) {
    await storage.close()
    throw error
  }
}

function strongRandom(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length))
}
