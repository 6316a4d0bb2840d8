import type {
  OperationDescription,
  QueryValues,
  RequestInput,
  SecurityScheme,
} from '../document/operation.ts'
import { expectNoEcho } from '../expect/no-secrets.ts'
import { type Pace, paceOf } from '../expect/pace.ts'
import { buildRequest, type Credential, type Credentials, type RawBody } from '../http/build-request.ts'
import type { Exchange } from '../http/exchange.ts'
import type { Transport } from '../http/transport.ts'
import type { BodyChange } from './change.ts'
import type { Caller, Cast, Expectation, Setting, Setup, TokenEnd, Varying } from './setup.ts'

/** How a check departs from the call that the setup prepared. */
export interface Variation {
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
export interface Calls {
  /** Sets the setup anew and calls; the call may change anything. */
  perform(caller: Caller, variation?: Variation): Promise<PerformedCall>
  /** Calls on a setup that all refusals of the operation share: the call must be refused and change nothing. */
  attempt(caller: Caller, variation?: Variation): Promise<Exchange>
  /** The setup was spoilt: the next attempt sets it anew. */
  discard(): void
  /** Which members the setup lets vary. */
  readonly varying: Varying
  /** What chance begins with, for this operation. */
  readonly seed: number
}

/** What a calls is made of. */
export interface CallsOptions<Fixtures> {
  readonly operation: OperationDescription
  /** Who has the role that the operation needs, and no more. */
  readonly caller: Caller
  readonly setup: Setup<Fixtures, RequestInput>
  readonly fixtures: Fixtures & Cast
  readonly transport: Transport
  readonly baseUrl: string
  /** The scheme that a call uses when nothing else is said; undefined where the operation needs none. */
  readonly scheme: SecurityScheme | undefined
}

/** A prepared call and whom it was prepared for. */
interface Prepared {
  readonly caller: Caller
  readonly setting: Setting<RequestInput>
}

/** The exchange of a call that was to succeed, with what its setup knows of the response. */
export interface PerformedCall extends Exchange {
  readonly holds: readonly Expectation[]
  /** How long the operations of the server take. */
  readonly pace: Pace
  /** The text with every password and token of the run replaced. */
  readonly mask: (text: string) => string
}

/** The calls of one operation on one server. */
export function createCalls<Fixtures>(options: CallsOptions<Fixtures>): Calls {
  const { setup, fixtures, operation, transport, baseUrl } = options
  const pace = paceOf(transport)
  let shared: Promise<Prepared> | undefined

  async function prepare(caller: Caller, purpose: 'success' | 'refusal'): Promise<Prepared> {
    return { caller, setting: await setup.prepare({ fixtures, caller, purpose }) }
  }

  async function call(prepared: Prepared, caller: Caller, variation: Variation): Promise<Exchange> {
    const credentials = await chooseCredentials(options, prepared, caller, variation)
    const input = vary(prepared.setting, variation)
    const { path: _path, query: _query, body: _body, credentials: _credentials, ...rest } = variation
    const parts = { operation, credentials, input, ...rest }
    return transport.send(operation.id, buildRequest(baseUrl, parts))
  }

  return {
    varying: setup.varying ?? {},
    seed: seedOf(fixtures.seed, operation.id),
    async perform(caller, variation = {}) {
      const prepared = await prepare(caller, 'success')
      const startedAt = performance.now()
      const exchange = await call(prepared, caller, variation)
      if (exchange.response.status < 400 && variation.method === undefined)
        pace.record(operation.id, performance.now() - startedAt)
      const holds = prepared.setting.holds ?? []
      return { ...exchange, holds, pace, mask: (text) => fixtures.secrets.mask(text) }
    },
    async attempt(caller, variation = {}) {
      shared ??= prepare(options.caller, 'refusal')
      const exchange = await call(await shared, caller, variation)
      expectNoEcho(exchange, (text) => fixtures.secrets.mask(text))
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

/** Holds an response to what its setup knows of it, such as the subject that a success text has to name. */
export function expectAsPrepared(performance: PerformedCall): void {
  for (const hold of performance.holds) hold(performance)
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
