import type { Caller } from '../document/caller.ts'
import type {
  OperationDescription,
  QueryValues,
  RequestInput,
  SecurityScheme,
} from '../document/operation.ts'
import type { Expectation } from '../expect/holds.ts'
import { expectNoEcho } from '../expect/no-secrets.ts'
import type { Observe, ObservedExchange } from '../expect/observation.ts'
import type { Pace } from '../expect/pace.ts'
import { sendObserved } from '../expect/send-observed.ts'
import {
  buildRequest,
  type Credential,
  type Credentials,
  type EncodedPath,
  type RawBody,
} from '../http/build-request.ts'
import type { Transport } from '../http/transport.ts'
import type { BodyChange } from './change.ts'
import type { Accounts, End, Occasion, PreparedFollowUp, Setting, Setup, TokenEnd, Varying } from './setup.ts'

/** How a check departs from the call that the setup prepared. */
export interface Variation {
  readonly method?: string
  readonly credentials?: 'none' | CredentialChoice
  /** Path values to replace. */
  readonly path?: Readonly<Record<string, string>>
  /** Path values that are sent as they are, without being percent-encoded, or made of the encoded value. */
  readonly encodedPath?: EncodedPath
  /** A query that is sent as it is, instead of the values. */
  readonly encodedQuery?: string
  /** What follows the path: `/` makes another one of it. */
  readonly pathEnd?: string
  /** Query values to replace or add. */
  readonly query?: QueryValues
  readonly body?: BodyChange
  readonly raw?: RawBody
  /** Another media type for the same bytes; null sends none. */
  readonly contentType?: string | null
}

/** A token of a certain kind, carried by one scheme alone. */
export interface Proof {
  readonly by: SecurityScheme
  readonly token: 'own' | BadToken | AlteredToken | TokenEnd
}

/** A proof, and another one that comes along. */
export interface CredentialChoice extends Proof {
  readonly beside?: Proof
}

/** Tokens that are nobody's. */
type BadToken = 'unknown' | 'malformed' | 'empty'

/** Tokens that are nearly the caller's. */
type AlteredToken = 'shortened' | 'lengthened' | 'other-case' | 'prefix'

/** The calls that a check makes of its operation. */
export interface Calls {
  /** Prepares the setup anew and calls; the call may change anything. */
  perform(caller: Caller, variation?: Variation): Promise<PerformedCall>
  /** Calls on a setup that all refusals of the operation share: the call must be refused and change nothing. */
  attempt(caller: Caller, variation?: Variation): Promise<ObservedExchange>
  /**
   * Attempts with a token that was ended, or as an account that has lost its role. Returns the response of now and the one right
   * after the end, if that call was made by the same scheme: a server may forget late, or remember for a moment only.
   */
  attemptAfterEnd(caller: Caller, variation?: Variation): Promise<readonly ObservedExchange[]>
  /** The same calls, where somebody else hears of what differs. */
  observedBy(observe: Observe): Calls
  /** Hears of what differs. */
  readonly observe: Observe
  /** Which members the setup lets vary. */
  readonly varying: Varying
  /** What chance begins with, for this operation. */
  readonly seed: number
}

/** What the calls of an operation are made with. */
export interface CallsOptions<Fixtures> {
  readonly operation: OperationDescription
  /** Who has the role that the operation needs, and no more. */
  readonly caller: Caller
  readonly setup: Setup<Fixtures, RequestInput>
  readonly fixtures: Fixtures & Accounts<Fixtures>
  readonly transport: Transport
  readonly baseUrl: string
  /** The scheme that a call uses when nothing else is said; undefined where the operation needs none. */
  readonly scheme: SecurityScheme | undefined
  readonly pace: Pace
}

/** A prepared call and the caller it was prepared for. */
interface Prepared {
  readonly caller: Caller
  readonly setting: Setting<RequestInput>
}

/** The exchange of a call that was to succeed, with what its setup knows of the response. */
export interface PerformedCall extends ObservedExchange {
  readonly holds: readonly Expectation[]
  /** How long the operations of the server take. */
  readonly pace: Pace
  /** The text with every password and token of the run replaced. */
  readonly mask: (text: string) => string
}

/** The calls of one operation on one server, for one check after the other. */
export interface OperationCalls {
  observedBy(observe: Observe): Calls
  /** The shared setup was spoilt: the next attempt prepares it anew. */
  discard(): void
}

/** The calls of one operation on one server. */
export function createCalls<Fixtures>(options: CallsOptions<Fixtures>): OperationCalls {
  let shared: Promise<Prepared> | undefined

  function share(fixtures: Fixtures): Promise<Prepared> {
    shared ??= prepare(options, { fixtures, caller: options.caller, purpose: 'refusal' }).catch(
      (error: unknown) => {
        // What failed once may succeed the next time.
        shared = undefined
        throw error
      },
    )
    return shared
  }

  function discard(): void {
    shared = undefined
  }

  if (options.scheme) {
    options.fixtures.followEnds(options.operation.id, {
      caller: options.caller,
      prepare: async () =>
        prepareFollowUp(options, await share(options.fixtures.observedBy(ignore)), discard),
    })
  }
  return { observedBy: (observe) => callsOf(options, share, observe), discard }
}

function prepareFollowUp<Fixtures>(
  options: CallsOptions<Fixtures>,
  { setting }: Prepared,
  discard: () => void,
): PreparedFollowUp {
  const { operation, transport, baseUrl, scheme: by } = options
  return {
    workspace: setting.path?.['workspace'],
    async send(token) {
      const credentials = by ? { by, token } : 'none'
      const request = buildRequest(baseUrl, { operation, credentials, input: setting })
      const exchange = await sendObserved(transport, { operation: operation.id, request, observe: ignore })
      // A call that was let in may have used up what the other refusals need.
      if (exchange.response.status < 400) discard()
      return exchange
    },
  }
}

/** The check that looks at the response hears of what differs. */
function ignore(): void {}

async function prepare<Fixtures>(
  { setup }: CallsOptions<Fixtures>,
  occasion: Occasion<Fixtures>,
): Promise<Prepared> {
  return { caller: occasion.caller, setting: await setup.prepare(occasion) }
}

function callsOf<Fixtures>(
  options: CallsOptions<Fixtures>,
  share: (fixtures: Fixtures) => Promise<Prepared>,
  observe: Observe,
): Calls {
  const { setup, operation, pace } = options
  const fixtures = options.fixtures.observedBy(observe)
  const mask = (text: string) => fixtures.secrets.mask(text)
  async function attempt(caller: Caller, variation: Variation = {}): Promise<Attempted> {
    const prepared = await share(fixtures)
    const exchange = await send(options, { prepared, caller, variation, observe })
    expectNoEcho(exchange, mask)
    return { exchange, workspace: prepared.setting.path?.['workspace'] }
  }
  return {
    observe,
    observedBy: (other) => callsOf(options, share, other),
    varying: setup.varying ?? {},
    seed: seedOf(fixtures.seed, operation.id),
    async perform(caller, variation = {}) {
      const prepared = await prepare(options, { fixtures, caller, purpose: 'success' })
      const startedAt = performance.now()
      const exchange = await send(options, { prepared, caller, variation, observe })
      if (exchange.response.status < 400 && variation.method === undefined)
        pace.record(operation.id, performance.now() - startedAt)
      return { ...exchange, holds: prepared.setting.holds ?? [], pace, mask }
    },
    attempt: async (caller, variation) => (await attempt(caller, variation)).exchange,
    async attemptAfterEnd(caller, variation = {}) {
      const { exchange, workspace } = await attempt(caller, variation)
      const end = isByUsualScheme(options, variation) ? endOf(caller, variation, workspace) : undefined
      const atOnce = end && fixtures.followUp(end, operation.id)
      return atOnce ? [exchange, { ...atOnce, observe }] : [exchange]
    },
  }
}

interface Attempted {
  readonly exchange: ObservedExchange
  readonly workspace: string | undefined
}

function isByUsualScheme<Fixtures>({ scheme }: CallsOptions<Fixtures>, { credentials }: Variation): boolean {
  return credentials === undefined || (credentials !== 'none' && credentials.by === scheme)
}

/** What ended before a call: the token that it carries, or the role of who calls. */
function endOf(caller: Caller, { credentials }: Variation, workspace: string | undefined): End | undefined {
  if (credentials === 'none') return undefined
  if (credentials) return isTokenEnd(credentials.token) ? { token: credentials.token } : undefined
  return { caller, workspace }
}

function isTokenEnd(token: Proof['token']): token is TokenEnd {
  return token !== 'own' && !isKeyOf(badTokens, token) && !isKeyOf(alterations, token)
}

interface Sending {
  readonly prepared: Prepared
  readonly caller: Caller
  readonly variation: Variation
  readonly observe: Observe
}

async function send<Fixtures>(options: CallsOptions<Fixtures>, sending: Sending): Promise<ObservedExchange> {
  const { operation, transport, baseUrl } = options
  const { prepared, caller, variation, observe } = sending
  const credentials = await chooseCredentials(options, prepared, caller, variation)
  const input = vary(prepared.setting, variation)
  const { path: _path, query: _query, body: _body, credentials: _credentials, ...rest } = variation
  const request = buildRequest(baseUrl, { operation, credentials, input, ...rest })
  return sendObserved(transport, { operation: operation.id, request, observe })
}

/** Another number for each operation, so that not all begin with the same made-up value. */
function seedOf(seed: number, operation: string): number {
  const mixed = Array.from(operation).reduce(
    (hash, character) => Math.imul(hash, 31) + (character.codePointAt(0) ?? 0),
    seed,
  )
  return mixed | 0
}

/** Holds a response to what its setup knows of it, such as the subject that a success text has to name. */
export function expectAsPrepared(performed: PerformedCall): void {
  for (const hold of performed.holds) hold(performed)
}

function vary(setting: RequestInput, { path, query, body }: Variation): RequestInput {
  return {
    ...setting,
    path: { ...setting.path, ...path },
    query: { ...setting.query, ...query },
    ...(body && { body: body(setting.body) }),
  }
}

async function chooseCredentials<Fixtures>(
  options: CallsOptions<Fixtures>,
  prepared: Prepared,
  caller: Caller,
  { credentials }: Variation,
): Promise<Credentials> {
  if (credentials === 'none' || caller === 'nobody') return 'none'
  const by = credentials?.by ?? options.scheme
  if (!by) return 'none'
  const own = () => ownToken(options, prepared, caller)
  const main = await toCredential(options, { by, token: credentials?.token ?? 'own' }, own)
  const { beside } = credentials ?? {}
  return beside ? { ...main, beside: await toCredential(options, beside, own) } : main
}

async function ownToken<Fixtures>(
  { fixtures }: CallsOptions<Fixtures>,
  { caller: preparedFor, setting }: Prepared,
  caller: Caller,
): Promise<string> {
  const own = caller === preparedFor ? setting.as : undefined
  if (own) return own.token
  if (caller === 'nobody') return badTokens.unknown
  return (await fixtures.identity(caller, setting.path?.['workspace'])).token
}

const badTokens: Readonly<Record<BadToken, string>> = {
  unknown: 'Zz0Zz1Zz2Zz3Zz4Zz5Zz6Zz7Zz8Zz9Zz',
  malformed: 'no-token!',
  empty: '',
}

const alterations: Readonly<Record<AlteredToken, (token: string) => string>> = {
  shortened: (token) => token.slice(0, -1),
  lengthened: (token) => `${token}0`,
  prefix: (token) => token.slice(0, 10),
  'other-case': (token) =>
    token.replaceAll(/[a-z]/gi, (letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    ),
}

async function toCredential<Fixtures>(
  { fixtures }: CallsOptions<Fixtures>,
  { by, token }: Proof,
  own: () => Promise<string>,
): Promise<Credential> {
  if (token === 'own') return { by, token: await own() }
  if (isKeyOf(badTokens, token)) return { by, token: badTokens[token] }
  if (isKeyOf(alterations, token)) return { by, token: alterations[token](await own()) }
  return { by, token: await fixtures.endedToken(token) }
}

function isKeyOf<Key extends string>(table: Readonly<Record<Key, unknown>>, name: string): name is Key {
  return Object.hasOwn(table, name)
}
