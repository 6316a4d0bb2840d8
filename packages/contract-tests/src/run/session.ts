import { ContractTestError, SetupProblem } from '../errors.ts'
import { createApi } from '../fixtures/api.ts'
import { createFixtures, type Fixtures } from '../fixtures/fixtures.ts'
import { createNames, randomRunName } from '../fixtures/names.ts'
import { recordThings, type ThingRecorder } from '../fixtures/record-things.ts'
import type { Left } from '../fixtures/thing.ts'
import { boundedTransport } from '../http/bounded-transport.ts'
import { createRecorder, type Recorder } from '../http/recorder.ts'
import type { TransientFailure } from '../http/retrying-transport.ts'
import { createSecrets, type Secrets } from '../http/secrets.ts'
import { createTransport, type Fetch, type Transport } from '../http/transport.ts'
import { logInAsAdmin } from './admin.ts'
import { patient, retry } from './patience.ts'
import { type Profile, readOnlyFixtures, readOnlyTransport } from './read-only.ts'
import { openThings, type Things } from './things.ts'

/** Which server, and as whom. */
export interface SessionOptions {
  /** Where the API is, without a slash at the end: `http://localhost:8000/api`. */
  readonly baseUrl: string
  /** A super admin with a password. The account itself is not changed. */
  readonly admin: { readonly email: string; readonly password: string }
  /** How requests are sent; `fetch` of the runtime where nothing is given. */
  readonly fetch?: Fetch
  /** How long one response may take, in milliseconds; 10,000 where nothing is given. */
  readonly timeout?: number
  /** A name for this run, of at most 12 lower-case letters and digits; a random one where nothing is given. */
  readonly run?: string
  /** What random cases are drawn from, a whole number from 0; a random one where nothing is given. */
  readonly seed?: number
  /** How much the run may change; everything that it makes itself where nothing is given. */
  readonly profile?: Profile
  /** For the profile `read-only`: a workspace that the super admin is a member of. */
  readonly workspace?: string
  /** Whether to keep every request and response for the report, and not only to count them. */
  readonly keepCalls?: boolean
  /** Stops the run. What it made is removed all the same. */
  readonly signal?: AbortSignal
  /**
   * The folder of the manifest, a file that lists what the run makes while it makes it; false keeps none. Default:
   * `.windmill-contract`, and none where a `fetch` is given.
   */
  readonly manifest?: string | false
  /** Hears of the run once it has logged in, before it makes anything. */
  readonly onBegin?: (run: RunInProgress) => void
}

/** A run that is going on. */
export interface RunInProgress {
  readonly run: string
  /** How many accounts and workspaces it has made or tried to make up to now. */
  made(): { readonly accounts: number; readonly workspaces: number }
  /** Removes what the run leaves if it ends at once. */
  readonly cleanUpCommand: string
}

/** One run on one server: who acts, what was made, and how to leave. */
export interface Session {
  readonly fixtures: Fixtures
  readonly transport: Transport
  readonly secrets: Secrets
  readonly recorder: Recorder
  /** What failed once and went well when it was sent again. */
  transient(): readonly TransientFailure[]
  readonly baseUrl: string
  /** The name that everything made in this run has in it. */
  readonly run: string
  /** Removes what `close` leaves. */
  readonly cleanUpCommand: string
  /** The result of the work. Throws a `SetupProblem` as soon as the run is stopped and no call is under way any more. */
  untilStopped<T>(work: Promise<T>): Promise<T>
  /** Removes everything that was made, and names what a read does not say to be gone. */
  close(): Promise<readonly Left[]>
}

/** Logs in. Throws a `SetupProblem` when there is no such server, no such API, or no such super admin. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const run = checkRunName(options.run ?? randomRunName())
  const baseUrl = checkBaseUrl(options.baseUrl)
  // An unwritable folder is told before the first request.
  const things = openThings(options, { run, baseUrl })
  try {
    const beginning = beginSession(options, { run, baseUrl, things })
    return await untilStopped(beginning, options.signal, { idle: () => Promise.resolve() })
  } catch (error) {
    things.end()
    throw error
  }
}

interface Beginning {
  readonly run: string
  readonly baseUrl: string
  readonly things: Things
}

async function beginSession(options: SessionOptions, { run, baseUrl, things }: Beginning): Promise<Session> {
  const { fetch = globalThis.fetch, timeout = 10_000, signal, keepCalls: keepsCalls = false } = options
  const secrets = createSecrets()
  secrets.add(options.admin.password)
  const recorder = createRecorder({ adminEmail: options.admin.email, keepsCalls })
  const retrying = retry(createTransport({ fetch, timeout, signal }), signal)
  const open = recorder.record(patient(retrying, signal))
  const admin = await logInAsAdmin(createApi(open, baseUrl), options.admin, baseUrl)
  secrets.add(admin.token)

  // Stopping the run does not stop the removal.
  const lastTransport = patient(retry(createTransport({ fetch, timeout })))
  const isReadOnly = options.profile === 'read-only'
  const recorded = recordThings(open, things.recordOptions(createApi(lastTransport, baseUrl), admin))
  const transport = isReadOnly ? readOnlyTransport(open, options.admin) : recorded
  const { manifest, cleanUpCommand } = things
  const api = createApi(transport, baseUrl)
  const seed = options.seed ?? randomSeed()
  const fixtures = createFixtures({ api, names: createNames(run), admin, manifest, secrets, seed })
  options.onBegin?.({ run, cleanUpCommand, made: things.count })
  return {
    fixtures: isReadOnly ? readOnlyFixtures(fixtures, options.workspace) : fixtures,
    transport,
    secrets,
    recorder,
    transient: () => retrying.transient(),
    baseUrl,
    run,
    cleanUpCommand,
    untilStopped: (work) => untilStopped(work, signal, recorded),
    async close() {
      const lastApi = createApi(boundedTransport(lastTransport), baseUrl)
      // What a read-only run meant to make it did not make.
      const removal = await things.remove(isReadOnly ? undefined : { api: lastApi, admin, ...recorded })
      for (const token of new Set([admin.token, removal.token, ...recorder.sessionsOf(admin.email)]))
        await lastApi.call('logout', {}, token).catch(ignoreSilence)
      return removal.left
    },
  }
}

/** A check may be waiting for a token to expire: that is not waited for. */
function untilStopped<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
  recorder: Pick<ThingRecorder, 'idle'>,
): Promise<T> {
  if (!signal) return work
  const stopped = new Promise<never>((_resolve, reject) => {
    const stop = () => recorder.idle().then(() => reject(new SetupProblem('The run was stopped.')))
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
  })
  return Promise.race([work, stopped])
}

/** A session that cannot be ended runs out by itself. */
function ignoreSilence(error: unknown): void {
  if (!(error instanceof ContractTestError)) throw error
}

/** 31 bits, so that it is a positive number in every language that replays it. */
function randomSeed(): number {
  const [bits = 0] = crypto.getRandomValues(new Uint32Array(1))
  return bits >>> 1
}

function checkRunName(name: string): string {
  if (/^[a-z0-9]{1,12}$/.test(name)) return name
  throw new SetupProblem(
    `The run is called "${name}". Expected 1 to 12 lower-case letters and digits, such as "nightly7".`,
  )
}

/** The base URL without a slash at its end. Throws a `SetupProblem` where it is none. */
export function checkBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return text.replace(/\/+$/, '')
  throw new SetupProblem(
    `The base URL is "${text}". Expected the place of the API, such as "http://localhost:8000/api".`,
  )
}
