import { buildRequest, type Credentials, type RawBody } from '../http/build-request.ts'
import type { Caller } from '../http/caller.ts'
import type { Exchange } from '../http/exchange.ts'
import type { BodyChange } from './change.ts'
import type { OperationFacts, QueryValues, RequestInput, SecurityScheme } from './operation.ts'
import type { Actor, Cast, Expectation, Setting, Stage } from './stage.ts'

/** How a check departs from the call that the stage prepared. */
export interface Departure {
  readonly method?: string
  readonly credentials?: 'none' | CredentialChoice
  /** Path values to replace. */
  readonly path?: Readonly<Record<string, string>>
  /** Query values to replace or add. */
  readonly query?: QueryValues
  readonly body?: BodyChange
  readonly raw?: RawBody
  /** Another media type for the same bytes. */
  readonly contentType?: string
}

/** A token of a certain kind, carried by one scheme alone. */
export interface CredentialChoice {
  readonly by: SecurityScheme
  readonly token: 'own' | 'unknown' | 'malformed' | 'logged-out' | 'deleted'
}

/** Where a check makes its calls. */
export interface Scene {
  /** Sets the stage anew and calls; the call may change anything. */
  perform(actor: Actor, departure?: Departure): Promise<Performance>
  /** Calls on a stage that all refusals of the operation share: the call must be refused and change nothing. */
  attempt(actor: Actor, departure?: Departure): Promise<Exchange>
  /** The stage was spoilt: the next attempt sets it anew. */
  discard(): void
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
  /** The text with every password and token of the run replaced. */
  readonly mask: (text: string) => string
}

/** The scene of one operation on one server. */
export function createScene<World>(options: SceneOptions<World>): Scene {
  const { stage, world, operation, caller, baseUrl } = options
  let shared: Promise<Prepared> | undefined

  async function prepare(actor: Actor, purpose: 'success' | 'refusal'): Promise<Prepared> {
    return { actor, setting: await stage.prepare({ world, actor, purpose }) }
  }

  async function call(prepared: Prepared, actor: Actor, departure: Departure): Promise<Exchange> {
    const credentials = await chooseCredentials(options, prepared, actor, departure)
    const input = depart(prepared.setting, departure)
    const { method, raw, contentType } = departure
    return caller.send(
      operation.id,
      buildRequest(baseUrl, { operation, credentials, input, method, raw, contentType }),
    )
  }

  return {
    async perform(actor, departure = {}) {
      const prepared = await prepare(actor, 'success')
      const exchange = await call(prepared, actor, departure)
      return { ...exchange, holds: prepared.setting.holds ?? [], mask: (text) => world.secrets.mask(text) }
    },
    async attempt(actor, departure = {}) {
      shared ??= prepare(options.actor, 'refusal')
      return call(await shared, actor, departure)
    },
    discard() {
      shared = undefined
    },
  }
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
  const token = credentials?.token ?? 'own'
  if (token === 'unknown') return { by, token: 'Zz0Zz1Zz2Zz3Zz4Zz5Zz6Zz7Zz8Zz9Zz' }
  if (token === 'malformed') return { by, token: 'no-token!' }
  if (token !== 'own') return { by, token: await options.world.endedToken(token) }
  const caller = actor === prepared.actor ? prepared.setting.caller : undefined
  const identity = caller ?? (await options.world.identity(actor))
  return { by, token: identity.token }
}
