import type { Identity } from '../checks/setup.ts'
import { ignoreProblem, SetupProblem } from '../errors.ts'
import type { Observation } from '../expect/observation.ts'
import { createPace, type Pace } from '../expect/pace.ts'
import { type Api, createApi } from '../fixtures/api.ts'
import { createFixtures } from '../fixtures/create-fixtures.ts'
import { endTokens } from '../fixtures/end-tokens.ts'
import type { Fixtures, Given } from '../fixtures/fixtures.ts'
import { LastingTokens } from '../fixtures/lasting-tokens.ts'
import { createNames, randomRunName, readName } from '../fixtures/names.ts'
import { recordThings, type ThingRecorder } from '../fixtures/record-things.ts'
import { removeGuests } from '../fixtures/remove-guests.ts'
import { removeOwnWorkspaces } from '../fixtures/remove-own-workspaces.ts'
import type { Left } from '../fixtures/thing.ts'
import { boundedTransport } from '../http/bounded-transport.ts'
import { createRecorder, type Recorder } from '../http/recorder.ts'
import type { TransientFailure } from '../http/retrying-transport.ts'
import { createSecrets, type Secrets } from '../http/secrets.ts'
import type { KnownAccount } from '../http/token-book.ts'
import { createTransport, type Fetch, type Transport } from '../http/transport.ts'
import { logInAsAdmin } from './admin.ts'
import { patient, retry } from './patience.ts'
import { type Profile, readOnlyFixtures, readOnlyTransport } from './read-only.ts'
import { openThings, type Things } from './things.ts'

/** Which server, and as which account. */
export interface SessionOptions {
  /** Where the API is, without a slash at the end: `http://localhost:8000/api`. */
  readonly baseUrl: string
  /**
   * A super admin with a password. The account itself is not changed. Without one, `accounts` names the accounts that checks call as, and
   * what needs a super admin does not apply.
   */
  readonly admin?: { readonly email: string; readonly password: string }
  /** Accounts to call as, by role, where the server cannot make them. They are never deleted, demoted or left changed. */
  readonly accounts?: Given['accounts']
  /** The operations that the server has, by `operationId`; all of them where nothing is given. Only these are called. */
  readonly implements?: readonly string[]
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
  /**
   * A workspace where the server, or the profile `read-only`, makes none: the given workspace admin, or the super admin, is an
   * admin of it. It is left as it is.
   */
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
  /** How many calls have failed in a way that may pass. */
  failures(): number
  /** Operations that end tokens which the contract lets live. */
  endedTokens(): readonly Observation[]
  readonly baseUrl: string
  /** How long the operations of the server take. */
  readonly pace: Pace
  /** What differed outside of any check: ways to make accounts and workspaces that do not work. */
  readonly observed: Observation[]
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
  const given = givenAccounts(options)
  const recorder = createRecorder({ given, keepsCalls, onOpened: things.opened })
  const retrying = retry(createTransport({ fetch, timeout, signal }), signal)
  const open = recorder.record(patient(retrying, signal))
  const observed: Observation[] = []
  const observe = (observation: Observation) => void observed.push(observation)
  const has = hasOperation(options)
  const admin = await openAdmin(options, { transport: open, baseUrl, secrets, has })

  // Stopping the run does not stop the removal.
  const lastTransport = patient(retry(createTransport({ fetch, timeout })))
  const lastApi = createApi({ transport: lastTransport, baseUrl, has })
  const isReadOnly = options.profile === 'read-only'
  const recorded = recordThings(open, things.recordOptions(lastApi, admin))
  const sent = isReadOnly ? readOnlyTransport(open, options.admin) : recorded
  const transport = new LastingTokens({ transport: sent, baseUrl, secrets, has })
  if (admin) transport.keep(admin)
  const { manifest, cleanUpCommand } = things
  const { accounts = {}, workspace } = options
  const seed = options.seed ?? randomSeed()
  const names = createNames(run)
  const fixtures = createFixtures({
    ...{ transport, baseUrl, observe, has, names, admin, manifest, secrets, seed },
    keep: (identity) => transport.keep(identity),
    given: { accounts, ...(workspace !== undefined && { workspace }) },
  })
  options.onBegin?.({ run, cleanUpCommand, made: things.count })
  return {
    fixtures: isReadOnly ? readOnlyFixtures(fixtures, workspace) : fixtures,
    transport,
    secrets,
    recorder,
    transient: retrying.transient,
    failures: retrying.failures,
    endedTokens: () => transport.ends(),
    baseUrl,
    run,
    observed,
    pace: createPace(),
    cleanUpCommand,
    untilStopped: (work) => untilStopped(work, signal, recorded),
    async close() {
      const bounded = boundedTransport(lastTransport)
      const lasting = new LastingTokens({ transport: bounded, baseUrl, secrets, has, explains: false })
      if (admin) lasting.keep(admin)
      const api = createApi({ transport: lasting, baseUrl, has })
      // What a read-only run meant to make it did not make.
      const by = isReadOnly || !admin ? undefined : { api, admin, ...recorded }
      if (!admin && !isReadOnly) await removeAsOwner(fixtures, api)
      await things.remove(by)
      const guests = isReadOnly ? [] : await removeGuestsOf(fixtures, { api, run })
      const opened = new Set([...lasting.opened(), ...recorder.opened()])
      await endTokens({ api: createApi({ transport: bounded, baseUrl, has }), has, manifest }, opened)
      return [...things.end(), ...guests]
    },
  }
}

function hasOperation({ implements: listed }: SessionOptions): (operation: string) => boolean {
  if (!listed || listed.length === 0) return () => true
  const known = new Set(listed)
  return (operation) => known.has(operation)
}

interface Opening {
  readonly transport: Transport
  readonly baseUrl: string
  readonly secrets: Secrets
  readonly has: (operation: string) => boolean
}

/** The super admin: by the token that was given, or logged in; undefined if none was given. */
async function openAdmin(options: SessionOptions, opening: Opening): Promise<Identity | undefined> {
  const { secrets, baseUrl, transport, has } = opening
  const given = options.accounts?.['super-admin'] ?? {}
  const { email = '', password = '', token } = { ...given, ...options.admin }
  for (const secret of [password, token ?? '']) secrets.add(secret)
  if (token !== undefined) return { email, password, token }
  if (password !== '' && has('login')) {
    const api = createApi({ transport, baseUrl })
    const admin = await logInAsAdmin(api, { email, password }, baseUrl, has)
    secrets.add(admin.token)
    return admin
  }
  if (options.profile !== 'read-only') return undefined
  throw new SetupProblem(
    'The profile read-only calls as a super admin, and none was given: --admin-email and --admin-password.',
  )
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

/** Without a super admin, whoever has made the workspaces of the run deletes them. */
async function removeAsOwner({ given, manifest, identity }: Fixtures, api: Api): Promise<void> {
  if (!given.accounts['workspace-admin'] || manifest.entries().length === 0) return
  const owner = await identity('workspace-admin').catch(ignoreProblem)
  if (owner) await removeOwnWorkspaces({ api, manifest, token: owner.token })
}

/** Members that the run has added to a workspace which it was given. */
async function removeGuestsOf(
  fixtures: Fixtures,
  { api, run }: { readonly api: Api; readonly run: string },
): Promise<readonly Left[]> {
  const { given, has } = fixtures
  // Without one, nobody may add members to it either.
  if (given.workspace === undefined || !given.accounts['workspace-admin']) return []
  if (!has('deleteUser') || !has('listUsers')) return []
  const admin = await fixtures.identity('workspace-admin').catch(ignoreProblem)
  if (!admin) return []
  const isOfRun = (email: string) => readName(email)?.run === run
  return removeGuests({ api, workspace: given.workspace, token: admin.token, isOfRun })
}

/** The accounts that the run has not made: it ends what it opens for them. */
function givenAccounts({ admin, accounts = {} }: SessionOptions): readonly KnownAccount[] {
  const roles = ['super-admin', 'workspace-admin', 'member', 'user', 'outsider'] as const
  const known = roles.map((role) => ({ role, ...accounts[role] }))
  return admin ? [...known, { role: 'super-admin', email: admin.email }] : known
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
