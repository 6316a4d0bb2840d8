import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Difference, differences as known } from '../differences/index.ts'
import { listen } from '../listen.ts'
import type { RunningServer } from '../zoo-server.ts'
import type { Asked, Change } from './change.ts'
import { authorize, providerPath } from './handlers/oauth.ts'
import { everyOperation, findRoute, type OperationId } from './operations.ts'
import { contractPolicy, type Policy } from './policy.ts'
import { readBody, readQuery, type Sent } from './read-request.ts'
import { Refusal, type Reply, refusal, text } from './reply.ts'
import { serveOperation } from './serve-operation.ts'
import { createState, type State } from './state.ts'

/** What a server does otherwise than the contract says. Without options it conforms. */
export interface ServerOptions {
  /** Differences by name, such as `no-allow`. */
  readonly differences?: readonly string[]
  /** Further changes. */
  readonly changes?: readonly Change[]
  /** The operations that it has; all by default. */
  readonly serves?: readonly OperationId[]
  /** What it knows at first; the initial data of the contract by default. */
  readonly state?: State
}

interface Server {
  readonly state: State
  readonly policy: Policy
  readonly changes: readonly Change[]
  readonly serves: readonly OperationId[]
}

/**
 * Starts an implementation of the API that shares no code with the sandbox, in memory, on a free loopback port.
 *
 * @example
 * ```ts
 * const server = await createServer({ differences: ['no-allow'] })
 * await fetch(`${server.baseUrl}/users/email`, { method: 'PUT' }) // 405 without Allow
 * await server.close()
 * ```
 */
export function createServer({
  differences = [],
  changes: further = [],
  serves = everyOperation,
  state = createState(),
}: ServerOptions = {}): Promise<RunningServer> {
  const changes = [...differences.map(findDifference), ...further]
  const policy: Policy = Object.assign({}, contractPolicy, ...changes.map((change) => change.policy?.()))
  const server = { state, policy, changes, serves }
  return listen((request, response) => {
    answer(server, request, response).catch((error: unknown) => {
      // The client has gone away in the middle of its request, or a change has closed the connection.
      response.destroy(error instanceof Error ? error : undefined)
    })
  })
}

function findDifference(name: string): Difference {
  const difference = known.find((each) => each.name === name)
  if (difference) return difference
  throw new Error(
    `Unknown difference "${name}". Expected one of ${known.map((each) => each.name).join(', ')}.`,
  )
}

async function answer(server: Server, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const sent = await readBody(request)
  const [path = '', search = ''] = (request.url ?? '').replace(/^\/api(?=\/)/, '').split(/\?(.*)/s)
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '')
  const operation = findRoute(path, server.serves)?.methods.get(method)
  const asked: Asked = { method: request.method ?? '', path, operation }
  const early = server.changes.flatMap(({ before }) => before?.(asked, request) ?? []).at(0)
  const reply = early ?? serve(server, request, { asked, sent, search })
  const changed = server.changes.reduce((current, { after }) => after?.(current, asked) ?? current, reply)
  if (server.changes.some(({ write }) => write?.(changed, response, asked))) return
  response.writeHead(changed.status, { ...changed.headers }).end(serialize(changed))
}

interface Arrived {
  readonly asked: Asked
  readonly sent: Sent
  readonly search: string
}

function serve(server: Server, request: IncomingMessage, { asked, sent, search }: Arrived): Reply {
  const { path, method, operation } = asked
  const baseUrl = `http://${request.headers.host}/api`
  try {
    if (path === providerPath) return visitProvider(server, search, baseUrl)
    const route = findRoute(path, server.serves)
    if (!route || !request.url?.startsWith('/api/')) throw refusal(404, `there is no path ${path}`)
    const allow = [...route.methods.keys(), ...(route.methods.has('GET') ? ['HEAD'] : []), 'OPTIONS'].join(
      ', ',
    )
    if (method === 'OPTIONS') return { status: 204, headers: { Allow: allow }, body: '' }
    if (!operation) throw refusal(405, `expected ${allow}`, { Allow: allow })
    return serveOperation({ ...server, baseUrl, operation, request, sent, values: route.values, search })
  } catch (error) {
    if (error instanceof Refusal) return error.reply
    return text(500, 'Internal: the server has failed')
  }
}

function visitProvider({ state, policy }: Server, search: string, baseUrl: string): Reply {
  return authorize({
    state,
    policy,
    baseUrl,
    path: {},
    query: readQuery(search),
    cookies: new Map(),
    body: {},
  })
}

function serialize({ body }: Reply): string {
  return typeof body === 'string' ? body : JSON.stringify(body)
}
