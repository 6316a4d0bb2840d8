import type { Fetch } from '../../../src/index.ts'
import { type Call, type Changes, readCall, toRequest, withToken } from './call.ts'
import { callerOf, createMemory, type KnownToken, type Memory } from './memory.ts'

/** The correct server behind a fault, and what went by on the way to it. */
export interface Server {
  readonly memory: Memory
  /** Sends a call on, as it is or with changes. */
  send(call: Call, changes?: Changes): Promise<Response>
  /** Sends a call in the name of the super admin. */
  sendAsAdmin(call: Call, changes?: Changes): Promise<Response>
  /** Makes a call of its own. */
  ask(method: string, path: string, token: string | undefined, body?: unknown): Promise<Response>
  /** Makes a call of its own in the name of the super admin. */
  askAsAdmin(method: string, path: string, body?: unknown): Promise<Response>
  /** Whose token a call carries. */
  caller(call: Call): KnownToken | undefined
  /** A token of an account that still works. */
  tokenOf(email: string): KnownToken | undefined
}

/** Answers a call in place of the correct server, which `server` reaches. */
export type Serve = (call: Call, server: Server) => Promise<Response>

/** What stands between the suite and the correct server. */
export interface Planted {
  /** The operation whose calls it serves. */
  readonly operation: string
  /** Whether it serves the calls of all operations. */
  readonly everywhere?: boolean
  plant(): Serve
}

/** The super admin of the correct server. */
export interface Admin {
  readonly email: string
  readonly password: string
}

/** Puts a fault between the suite and a correct server. */
export function plant(fault: Planted, fetch: Fetch, admin: Admin): Fetch {
  const server = createServer(fetch, admin)
  const serve = fault.plant()
  return async (request) => {
    const call = await readCall(request)
    const isMeant = fault.everywhere || call.operation?.id === fault.operation
    return isMeant ? serve(call, server) : server.send(call)
  }
}

function createServer(fetch: Fetch, admin: Admin): Server {
  const memory = createMemory()
  let adminToken: Promise<string> | undefined

  async function send(call: Call, changes?: Changes): Promise<Response> {
    const request = toRequest(call, changes)
    const sent = changes === undefined ? call : await readCall(request.clone())
    const response = await fetch(request)
    if (response.status < 300) memory.watch(sent, response.status, await response.clone().text())
    return response
  }

  function ask(method: string, path: string, token: string | undefined, body?: unknown): Promise<Response> {
    const headers = withToken(new Headers(), token)
    if (body !== undefined) headers.set('content-type', 'application/json')
    const text = body === undefined ? null : JSON.stringify(body)
    return fetch(new Request(`http://localhost:8000/api${path}`, { method, headers, body: text }))
  }

  function asAdmin(): Promise<string> {
    adminToken ??= ask('POST', '/auth/login', undefined, admin).then((response) => response.text())
    return adminToken
  }

  return {
    memory,
    send,
    ask,
    sendAsAdmin: async (call, changes) =>
      send(call, { ...changes, headers: withToken(changes?.headers ?? call.headers, await asAdmin()) }),
    askAsAdmin: async (method, path, body) => ask(method, path, await asAdmin(), body),
    caller: (call) => callerOf(call, memory),
    tokenOf: (email) =>
      [...memory.tokens.values()].find((known) => known.email === email && known.ended === undefined),
  }
}
