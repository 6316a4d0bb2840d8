import { Hono, type Context as HonoContext } from 'hono'
import { consolePath, createConsole, createFrontDoor } from './console/console.ts'
import { type RecentRequests, rememberRequests } from './console/recent-requests.ts'
import type { Database } from './database/schema.ts'
import { notFound, Refusal } from './domain/refusal.ts'
import { failureOf } from './failure.ts'
import { type OperationDescription, type OperationId, operations } from './generated/document/operations.ts'
import type { Context } from './handler.ts'
import { allowOrigin } from './http/allow-origin.ts'
import { checkResponse } from './http/check-response.ts'
import type { Disturb } from './http/disturb.ts'
import { checkHealth, healthPath } from './http/health.ts'
import { allowedMethods, type PathOperations, pathsOfDocument } from './http/paths.ts'
import { refusalResponse } from './http/respond.ts'
import { secure } from './http/security-headers.ts'
import { serveOperation } from './http/serve-operation.ts'
import type { OauthClients } from './oauth/client.ts'
import type { OauthClientsOptions } from './oauth/configuration.ts'
import { configuredClient } from './oauth/configured-client.ts'
import { providerClient, providerPath } from './oauth/provider-client.ts'
import type { Clock, FailureKind, Log, LogEntry, Random } from './ports.ts'
import { createProvider } from './provider/app.ts'
import { monotonicNow } from './timers.ts'

/** What the application is made of. */
export interface AppPorts {
  readonly database: Database
  readonly clock: Clock
  readonly random: Random
  readonly oauthClients: OauthClientsOptions
  /** How people reach the server, such as `http://localhost:8000`. */
  readonly publicUrl: string
  /** What stands before every path of the document, such as `/api`. */
  readonly basePath: string
  readonly checkResponses: boolean
  /** Whose pages may read answers. */
  readonly allowOrigins: readonly string[]
  readonly log: Log
  /** Lets operations be slow, and fail; left out where they are not to. */
  readonly disturb?: Disturb
  /** Begins again, for the console; left out where there is none. */
  readonly reset?: () => Promise<void>
  /** Told of what should never happen. Its sender learns no more than that it did. */
  readonly report: (error: unknown) => void
}

/** Something that answers requests. */
export interface App {
  fetch(request: Request): Promise<Response>
}

/** The application: it serves the document's operations, and beside them the built-in OAuth provider. */
export function createApp(ports: AppPorts): App {
  const base = new URL(ports.basePath, ports.publicUrl).href.replace(/\/$/, '')
  const provider = createProvider({ ...ports, redirectUri: providerClient(base, fetch).redirectUri })
  const providerApp = new Hono().basePath(`${new URL(base).pathname}${providerPath}`).route('/', provider)
  providerApp.onError((error) => {
    throw error
  })
  const client = providerClient(base, async (url, init) => providerApp.fetch(new Request(url, init)))
  const others = Object.entries(ports.oauthClients).map(([name, options]) =>
    configuredClient(name, options, base),
  )
  const context = contextOf(ports, new Map([client, ...others].map((each) => [each.name, each])))
  const app = new Hono<Environment>({ getPath: rawPath })
  app.get(healthPath, () => checkHealth(ports.database))
  for (const path of pathsOfDocument()) mount(app, ports, context, path)
  app.route(`${ports.basePath}${providerPath}`, provider)
  const requests = mountConsole(app, ports, base)
  app.notFound((hono) => refusalResponse(notFound(`there is no path ${rawPath(hono.req.raw)}`)))
  app.onError((error, { env }) => answerFailure(ports, env.record, error))
  return {
    fetch: (request) =>
      logged({ ...ports, requests }, request, async (record) => {
        const response = secure(await app.fetch(request, { record }), context)
        return isOfConsole(request) ? response : allowOrigin(request, response, ports.allowOrigins)
      }),
  }
}

/** What is learned of a request on its way. */
interface RequestRecord {
  operation?: OperationId
  failure?: FailureKind
}

interface Environment {
  // A type of Hono's, by its name there: what comes with each request.
  Bindings: { readonly record: RequestRecord }
}

function contextOf({ database, clock, random, publicUrl }: AppPorts, oauthClients: OauthClients): Context {
  const { origin, protocol } = new URL(publicUrl)
  return { database, clock, random, oauthClients, https: protocol === 'https:', publicOrigin: origin }
}

/** The path as it was sent: it is decoded segment by segment, once, after it has found its operation. */
function rawPath(request: Request): string {
  return new URL(request.url).pathname
}

/** The page of a sandbox, and where its root leads a browser. */
function mountConsole(app: Hono<Environment>, ports: AppPorts, base: string): RecentRequests | undefined {
  const { basePath, reset } = ports
  const requests = reset && rememberRequests()
  if (reset && requests) app.route(consolePath, createConsole({ ...ports, url: base, requests, reset }))
  const frontDoor = createFrontDoor(base, reset !== undefined)
  for (const path of ['/', basePath, `${basePath}/`, `${consolePath}/`]) app.get(path, frontDoor)
  return requests
}

/** No page of another origin reads it, whatever it may do with the API. */
function isOfConsole(request: Request): boolean {
  const path = rawPath(request)
  return path === consolePath || path.startsWith(`${consolePath}/`)
}

function mount(app: Hono<Environment>, ports: AppPorts, context: Context, path: PathOperations): void {
  const pattern = `${ports.basePath}${path.template.replaceAll(/\{(\w+)\}/g, ':$1')}`
  for (const [method, id] of path.operations) {
    app.on(method, pattern, ({ req, env }) => {
      env.record.operation = id
      return serve(ports, context, { id, record: env.record, request: req.raw })
    })
  }
  app.all(pattern, (hono) => refuseMethod(hono, allowedMethods(path)))
}

interface OperationCall {
  readonly id: OperationId
  readonly record: RequestRecord
  readonly request: Request
}

async function serve(
  ports: AppPorts,
  context: Context,
  { id, record, request }: OperationCall,
): Promise<Response> {
  const disturbance = await ports.disturb?.()
  if (disturbance) return refusalResponse(disturbance)
  const path = rawPath(request).slice(ports.basePath.length)
  const response = await serveOperation({ id, request, path, context }).catch((error: unknown) => {
    // A failure of the server is none of the operation's own answers.
    if (error instanceof Refusal) return answerFailure(ports, record, error)
    throw error
  })
  tellDeprecation(id, response)
  return ports.checkResponses ? checkResponse(id, response) : response
}

/** Each answer of a deprecated operation says so, refusals as well. */
function tellDeprecation(id: OperationId, { headers }: Response): void {
  const { headers: told = {} }: OperationDescription = operations[id]
  for (const [name, value] of Object.entries(told)) headers.set(name, value)
}

function refuseMethod({ req }: HonoContext<Environment>, allow: string): Response {
  if (req.method === 'OPTIONS') return new Response(null, { status: 204, headers: { Allow: allow } })
  const detail = `expected ${allow}, got ${req.method}`
  return refusalResponse(new Refusal('Method not allowed', detail, { headers: { Allow: allow } }))
}

function answerFailure({ report }: AppPorts, record: RequestRecord, error: unknown): Response {
  const failure = failureOf(error)
  if (failure.kind !== undefined) record.failure = failure.kind
  if (failure.report !== undefined) report(failure.report)
  return refusalResponse(failure.refusal)
}

async function logged(
  { clock, log, basePath, requests }: AppPorts & { readonly requests: RecentRequests | undefined },
  request: Request,
  answer: (record: RequestRecord) => Response | Promise<Response>,
): Promise<Response> {
  const started = monotonicNow()
  const id = crypto.randomUUID()
  const record: RequestRecord = {}
  const response = await answer(record)
  response.headers.set('X-Request-Id', id)
  const { operation, failure } = record
  const described = operation && operations[operation]
  const entry: LogEntry = {
    time: clock().toISOString(),
    id,
    ...(described && { operation, role: described.role }),
    method: request.method,
    path: described ? `${basePath}${described.path}` : rawPath(request),
    status: response.status,
    durationMs: Math.round(monotonicNow() - started),
    ...(failure && { failure }),
  }
  log(entry)
  if (requests && !isOfConsole(request) && response.headers.get('Location') !== consolePath)
    await requests.note(entry, response)
  return response
}
