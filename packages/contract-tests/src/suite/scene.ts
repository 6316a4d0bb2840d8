import { buildRequest, type Credential, type Credentials, type RawBody } from '../http/build-request.ts'
import type { Caller } from '../http/caller.ts'
import type { Exchange } from '../http/exchange.ts'
import type { BodyChange } from './change.ts'
import { expectNoEcho } from './no-secrets.ts'
import type { OperationFacts, QueryValues, RequestInput, SecurityScheme } from './operation.ts'
import { type Pace, paceOf } from './pace.ts'
import type { Actor, Cast, Expectation, Setting, Stage, TokenEnd, Varying } from './stage.ts'

/** How a check departs from the call that the stage prepared. */
export interface Departure {
  readonly method?: string
  readonly credentials?: 'none' | CredentialChoice
  /** Path values to replace. */
  readonly path?: Readonly<Record<string, string>>
  /** Path values that are sent as they are, without being percent-encoded. */
  readonly encodedPath?: Readonly<Record<string, string>>
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

/** Where a check makes its calls. */
export interface Scene {
  /** Sets the stage anew and calls; the call may change anything. */
  perform(actor: Actor, departure?: Departure): Promise<Performance>
  /** Calls on a stage that all refusals of the operation share: the call must be refused and change nothing. */
  attempt(actor: Actor, departure?: Departure): Promise<Exchange>
  /** The stage was spoilt: the next attempt sets it anew. */
  discard(): void
  /** Which members the stage lets vary. */
  readonly varying: Varying
  /** What chance begins with, for this operation. */
  readonly seed: number
}

/** What a scene is made of. */
export interface SceneOptions<World> {
  readonly operation: OperationFacts
  /** Who has the role that the operation needs, and no more. */
  readonly actor: Actor
  readonly stage: Stage<World, RequestInput>
  readonly world: World & Cast
  readonly caller: Caller
  readonly baseUrl: string
  /** The scheme that a call uses when nothing else is said; undefined where the operation needs none. */
  readonly scheme: SecurityScheme | undefined
}

/** A prepared call and whom it was prepared for. */
interface Prepared {
  readonly actor: Actor
  readonly setting: Setting<RequestInput>
}

/** The exchange of a call that was to succeed, with what its stage knows of the answer. */
export interface Performance extends Exchange {
  readonly holds: readonly Expectation[]
  /** How long the operations of the server take. */
  readonly pace: Pace
  /** The text with every password and token of the run replaced. */
  readonly mask: (text: string) => string
}

/** The scene of one operation on one server. */
export function createScene<World>(options: SceneOptions<World>): Scene {
  const { stage, world, operation, caller, baseUrl } = options
  const pace = paceOf(caller)
  let shared: Promise<Prepared> | undefined

  async function prepare(actor: Actor, purpose: 'success' | 'refusal'): Promise<Prepared> {
    return { actor, setting: await stage.prepare({ world, actor, purpose }) }
  }

  async function call(prepared: Prepared, actor: Actor, departure: Departure): Promise<Exchange> {
    const credentials = await chooseCredentials(options, prepared, actor, departure)
    const input = depart(prepared.setting, departure)
    const { path: _path, query: _query, body: _body, credentials: _credentials, ...rest } = departure
    const parts = { operation, credentials, input, ...rest }
    return caller.send(operation.id, buildRequest(baseUrl, parts))
  }

  return {
    varying: stage.varying ?? {},
    seed: seedOf(world.seed, operation.id),
    async perform(actor, departure = {}) {
      const prepared = await prepare(actor, 'success')
      const startedAt = performance.now()
      const exchange = await call(prepared, actor, departure)
      if (exchange.answer.status < 400 && departure.method === undefined)
        pace.record(operation.id, performance.now() - startedAt)
      const holds = prepared.setting.holds ?? []
      return { ...exchange, holds, pace, mask: (text) => world.secrets.mask(text) }
    },
    async attempt(actor, departure = {}) {
      shared ??= prepare(options.actor, 'refusal')
      const exchange = await call(await shared, actor, departure)
      expectNoEcho(exchange, (text) => world.secrets.mask(text))
      return exchange
    },
    discard() {
      shared = undefined
    },
  }
}

/** Another number for each operation, so that not all begin with the same made-up value. */
function seedOf(seed: number, operation: string): number {
  const mixed = Array.from(operation).reduce(
    (hash, character) => Math.imul(hash, 31) + (character.codePointAt(0) ?? 0),
    seed,
  )
  return mixed | 0
}

/** Holds an answer to what its stage knows of it, such as the subject that a success text has to name. */
export function expectAsStaged(performance: Performance): void {
  for (const hold of performance.holds) hold(performance)
}

function depart(setting: RequestInput, { path, query, body }: Departure): RequestInput {
  return {
    ...setting,
    path: { ...setting.path, ...path },
    query: { ...setting.query, ...query },
    ...(body && { body: body(setting.body) }),
  }
}

async function chooseCredentials<World>(
  options: SceneOptions<World>,
  prepared: Prepared,
  actor: Actor,
  { credentials }: Departure,
): Promise<Credentials> {
  if (credentials === 'none' || actor === 'nobody') return 'none'
  const by = credentials?.by ?? options.scheme
  if (!by) return 'none'
  const own = () => ownToken(options, prepared, actor)
  const main = await toCredential(options, { by, token: credentials?.token ?? 'own' }, own)
  const { beside } = credentials ?? {}
  return beside ? { ...main, beside: await toCredential(options, beside, own) } : main
}

async function ownToken<World>(
  { world }: SceneOptions<World>,
  { actor: preparedFor, setting }: Prepared,
  actor: Actor,
): Promise<string> {
  const caller = actor === preparedFor ? setting.caller : undefined
  if (caller) return caller.token
  if (actor === 'nobody') return badTokens.unknown
  return (await world.identity(actor, setting.path?.['workspace'])).token
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

async function toCredential<World>(
  { world }: SceneOptions<World>,
  { by, token }: Proof,
  own: () => Promise<string>,
): Promise<Credential> {
  if (token === 'own') return { by, token: await own() }
  if (isKeyOf(badTokens, token)) return { by, token: badTokens[token] }
  if (isKeyOf(alterations, token)) return { by, token: alterations[token](await own()) }
  return { by, token: await world.endedToken(token) }
}

function isKeyOf<Key extends string>(table: Readonly<Record<Key, unknown>>, name: string): name is Key {
  return Object.hasOwn(table, name)
}
