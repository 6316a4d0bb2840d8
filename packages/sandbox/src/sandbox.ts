import { createApp } from './app.ts'
import { aFunction, anything, aSwitch, aText, basePathRule, texts } from './configuration/option-rules.ts'
import { ConfigurationFailure, placeOf } from './configuration/problem.ts'
import { type OptionRule, refuseWrongOptions } from './configuration/refuse-wrong-options.ts'
import type { Storage } from './database/storage.ts'
import { Refusal } from './domain/refusal.ts'
import { anyOrigin, isOrigin } from './http/allow-origin.ts'
import {
  createDisturb,
  type Disturbance,
  disturbanceRules,
  isDisturbed,
  wrongDisturbance,
} from './http/disturb.ts'
import { refusalResponse } from './http/respond.ts'
import { refuseWrongOauthClients } from './oauth/check.ts'
import type { OauthClientsOptions } from './oauth/configuration.ts'
import type { Clock, Log, Random } from './ports.ts'
import { trackWork } from './running-work.ts'
import { refuseWrongSeed } from './seed/check.ts'
import { initialWorld } from './seed/initial-world.ts'
import { insertFirstRows, insertRows } from './seed/insert-rows.ts'
import { type Plant, plantIfEmpty, preparePlant } from './seed/plant.ts'
import type { Seed, SeedProgress } from './seed/world.ts'
import { writeUses } from './store/token-uses.ts'

/** How a sandbox is to be. */
export interface SandboxOptions {
  /** What it begins with, unless its database holds accounts already. Default: `initialWorld`. */
  readonly seed?: Seed
  /** A directory that keeps what is written. Default: memory. One that holds accounts already keeps them. */
  readonly data?: string
  /** Default: the system's. */
  readonly clock?: Clock
  /** Default: `crypto.getRandomValues`. */
  readonly random?: Random
  /** How people reach it. Default: `http://localhost:8000`. */
  readonly publicUrl?: string
  /**
   * Origins such as `http://localhost:5173`, or `*`, whose pages may call it with a token (never with the cookie). Default: none but
   * its own.
   */
  readonly allowOrigins?: readonly string[]
  /** Providers that people may log in with, beside the built-in `sandbox`. Default: none. */
  readonly oauthClients?: OauthClientsOptions
  /** What stands before every path of the document. Default: `/api`. */
  readonly basePath?: string
  /** Whether an answer that deviates from the document is turned into a 500 that says how. Default: false. */
  readonly checkResponses?: boolean
  /**
   * Whether it has a page for people at `/sandbox`, with what it holds and the last 100 requests, and `POST /sandbox/reset`. Whoever reaches the
   * sandbox sees and resets it there, without logging in. Default: false.
   */
  readonly console?: boolean
  /** Lets operations be slow, and a share of them fail with 503 before it writes anything. Default: neither. */
  readonly disturb?: Disturbance
  /** Told of each password of the seed that was hashed: thousands take a while. Default: nobody is. */
  readonly onProgress?: (progress: SeedProgress) => void
  /** Receives an entry for each answered request. Default: nobody does. */
  readonly log?: Log
}

/** What the options have to be where TypeScript does not look. What a schema describes is checked by it. */
export const sandboxOptionRules: Readonly<Record<keyof SandboxOptions, OptionRule>> = {
  seed: anything,
  data: aText('./sandbox-data'),
  clock: aFunction('() => new Date()'),
  random: aFunction('(length) => crypto.getRandomValues(new Uint8Array(length))'),
  publicUrl: {
    accepts: (value) => typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value),
    expected: "an http or https URL, such as 'https://users.example.com'",
  },
  allowOrigins: texts('http://localhost:5173'),
  oauthClients: anything,
  basePath: basePathRule,
  checkResponses: aSwitch,
  console: aSwitch,
  disturb: anything,
  onProgress: aFunction('({ done }) => console.log(done)'),
  log: aFunction('(entry) => console.log(entry)'),
}

/** A running server of the user API, without a port. */
export interface Sandbox {
  /** Answers a request as the server would, with 503 once `close` was called. Never rejects. */
  fetch(request: Request): Promise<Response>
  /**
   * Where the API is for those who call it, such as `http://localhost:8000/api`: what a client takes as its base URL, beside `fetch` or
   * once `serve` listens there.
   */
  readonly url: string
  /** Whether it began with the seed. False where its database held accounts already, which it keeps instead. */
  readonly seeded: boolean
  /**
   * Forgets everything that was written, and begins with the seed again. Rejects once `close` was called.
   *
   * @param seed - Another one, for this time and those after it. Rejects with a `ConfigurationFailure` where it is wrong, and changes nothing.
   */
  reset(seed?: Seed): Promise<void>
  /**
   * Waits for the requests that it is answering, whether or not somebody still waits for them, then frees what it holds. A second
   * call waits for the first.
   */
  close(): Promise<void>
}

/**
 * Puts a sandbox together.
 *
 * @param open - Opens its storage. It is not called where the options are wrong, so that nothing is written.
 */
export async function startSandbox(
  open: () => Promise<Storage>,
  options: Omit<SandboxOptions, 'data'>,
): Promise<Sandbox> {
  const {
    clock = () => new Date(),
    random = strongRandom,
    seed = initialWorld,
    oauthClients = {},
    allowOrigins = [],
    publicUrl = 'http://localhost:8000',
    basePath = '/api',
  } = options
  refuseWrongSeed(seed, clock())
  refuseWrongOauthClients(oauthClients)
  refuseWrongOrigins(allowOrigins)
  refuseWrongDisturbance(options.disturb)
  const [storage, plant] = await Promise.all([open(), preparePlant(seed, random, options.onProgress)])
  const { database } = storage
  const seeded = await closeOnFailure(storage, () => begin(storage, plant, clock()))
  let present = plant
  const reset = async (next?: Seed) => {
    if (next) refuseWrongSeed(next, clock())
    const chosen = next ? await preparePlant(next, random, options.onProgress) : present
    await writeUses(database)
    await database.transaction().execute(async (transaction) => {
      await storage.clear(transaction)
      await insertRows(transaction, chosen(clock()))
    })
    present = chosen
  }
  const { fetch } = createApp({
    database,
    clock,
    random,
    oauthClients,
    allowOrigins,
    publicUrl,
    basePath,
    ...(options.console && { reset }),
    ...(isDisturbed(options.disturb) && { disturb: createDisturb(options.disturb) }),
    checkResponses: options.checkResponses ?? false,
    log: options.log ?? (() => undefined),
    report: (error) => console.error(error),
  })
  const close = async () => {
    await writeUses(database)
    await storage.close()
  }
  const url = new URL(basePath, publicUrl).href.replace(/\/$/, '')
  return { url, seeded, ...untilClosed({ fetch, reset, close }) }
}

type Lifetime = Pick<Sandbox, 'fetch' | 'reset' | 'close'>

/** Lets what has begun end before it closes, and nothing begin afterwards. */
function untilClosed({ fetch, reset, close }: Lifetime): Lifetime {
  const work = trackWork()
  return {
    fetch: async (request) => (work.isOver ? closedResponse() : work.run(() => fetch(request))),
    reset: async (seed) => {
      if (work.isOver) throw new Error('The sandbox is closed: reset() comes before close(). Make a new one.')
      await work.run(() => reset(seed))
    },
    close: () => work.finish(close),
  }
}

function closedResponse(): Response {
  return refusalResponse(new Refusal('Unavailable', 'the sandbox is closed'))
}

function refuseWrongOrigins(origins: readonly string[]): void {
  const problems = origins.flatMap((origin, index) => {
    if (origin === anyOrigin || isOrigin(origin)) return []
    const path = ['allowOrigins', index]
    const message = `${placeOf(path)} must be an origin, and is ${JSON.stringify(origin)}. Example: http://localhost:5173`
    return [{ path, message }]
  })
  if (problems.length > 0) throw new ConfigurationFailure('allowOrigins', problems)
}

function refuseWrongDisturbance(disturbance: Disturbance = {}): void {
  refuseWrongOptions('disturb', disturbance, disturbanceRules)
  const problems = wrongDisturbance(disturbance).map((text) => {
    return { path: ['disturb'], message: `disturb.${text}` }
  })
  if (problems.length > 0) throw new ConfigurationFailure('disturb', problems)
}

/** Whether it begins with the seed. */
async function begin({ database, isNew }: Storage, plant: Plant, now: Date): Promise<boolean> {
  if (!isNew) return plantIfEmpty(database, plant, now)
  await insertFirstRows(database, plant(now))
  return true
}

async function closeOnFailure<Result>(storage: Storage, start: () => Promise<Result>): Promise<Result> {
  try {
    return await start()
  } catch (error) {
    await storage.close()
    throw error
  }
}

function strongRandom(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length))
}
