import { type Call, isObject, tokenOf } from './proxy/call.ts'
import type { Serve, Server } from './proxy/server.ts'

/** A JSON object. */
export type Members = Record<string, unknown>

/** Changes an answer of the operation itself that passes a condition. */
export function onAnswer(
  isMeant: (response: Response, call: Call) => boolean,
  change: (response: Response, call: Call, server: Server) => Promise<Response> | Response,
): Serve {
  return async (call, server) => {
    const response = await server.send(call)
    return isMeant(response, call) ? change(response, call, server) : response
  }
}

/** Whether it is an answer of success of the operation itself. */
export function isSuccess(response: Response, call: Call): boolean {
  return call.isOwn && response.status < 400
}

/** Changes the text of a success. */
export function onText(change: (text: string, call: Call) => string): Serve {
  return onAnswer(isSuccess, async (response, call) =>
    withText(response, change(await response.text(), call)),
  )
}

/** Changes the JSON of a success. */
export function onJson(change: (value: unknown, call: Call) => unknown): Serve {
  return onText((text, call) => JSON.stringify(change(JSON.parse(text), call)) ?? '')
}

/** Changes an object that is answered: one, or each or only some of a list. */
export function onObject(
  change: (members: Members, call: Call) => unknown,
  which: 'each' | 'first' | 'last' = 'each',
): Serve {
  return onJson((value, call) => {
    if (!Array.isArray(value)) return isObject(value) ? change(value, call) : value
    const chosen = { each: undefined, first: 0, last: value.length - 1 }[which]
    return value.map((item, index) => (chosen === undefined || chosen === index ? change(item, call) : item))
  })
}

/** Changes a list that is answered. */
export function onList(change: (items: Members[], call: Call) => unknown): Serve {
  return onJson((value, call) => (Array.isArray(value) ? change(value, call) : value))
}

/** Answers another status, where it has this one. */
export function onStatus(from: number, to: number): Serve {
  return onAnswer(
    (response) => response.status === from,
    (response) => withStatus(response, to),
  )
}

/** Changes the headers of answers with this status. */
export function onHeaders(status: number, change: (headers: Headers) => void): Serve {
  return onAnswer(
    (response) => response.status === status,
    (response) => {
      const headers = new Headers(response.headers)
      change(headers)
      return new Response(response.body, { status, headers })
    },
  )
}

/** Reads a JSON body in its own way before anybody looks at it. */
export function onBody(change: (body: Members, call: Call) => unknown): Serve {
  return (call, server) =>
    call.isOwn && call.body && isJson(call)
      ? server.send(call, { body: change({ ...call.body }, call) })
      : server.send(call)
}

function isJson({ headers }: Call): boolean {
  return headers.get('content-type')?.startsWith('application/json') ?? false
}

/** Looks again at what was refused with this status, and does it in the name of somebody who may. */
export function letIn(
  status: number,
  isMeant: (call: Call, server: Server) => boolean | Promise<boolean>,
): Serve {
  return async (call, server) => {
    const response = await server.send(call)
    if (!call.isOwn || response.status !== status || !(await isMeant(call, server))) return response
    return server.sendAsAdmin(call)
  }
}

/** What a server remembers, and when that makes it serve a call. */
export interface Cached {
  readonly refusal: number
  /** What it remembers of a call that it did not refuse in this way; nothing where undefined. */
  readonly keyOf: (call: Call, server: Server) => string | undefined
  /** Whether a refusal is one that the memory overrules. */
  readonly isMeant?: (call: Call, server: Server) => boolean
}

const moment = 3_000

/** Remembers for three seconds what it has not refused, and serves it in the name of the super admin when it would refuse it now. */
export function cache({ refusal, keyOf, isMeant = () => true }: Cached): Serve {
  const seen = new Map<string, number>()
  return async (call, server) => {
    const response = await server.send(call)
    const key = call.isOwn ? keyOf(call, server) : undefined
    if (key === undefined) return response
    if (response.status !== refusal) {
      if (response.status !== 401) seen.set(key, Date.now())
      return response
    }
    const isFresh = Date.now() - (seen.get(key) ?? 0) < moment
    return isFresh && isMeant(call, server) ? server.sendAsAdmin(call) : response
  }
}

/** Accepts a body that was refused, by repairing it first. */
export function repair(
  change: (body: Members, call: Call) => unknown,
  refused: readonly number[] = [422],
): Serve {
  return async (call, server) => {
    const response = await server.send(call)
    if (!call.isOwn || !call.body || !refused.includes(response.status)) return response
    return server.send(call, { body: change({ ...call.body }, call) })
  }
}

/** Answers as if it had done it: a text that names everything that one may ask for. */
export function pretend(status: number): (call: Call, server: Server) => Response {
  return (call, server) => {
    const said = [...Object.values(call.path), ...Object.values(call.body ?? {}), server.caller(call)?.email]
    return plain(status, `1 done: ${said.filter((word) => typeof word === 'string').join(' ')}`)
  }
}

/** Says of a refused call that it is done. */
export function pretendOn(
  refused: number,
  success: number,
  isMeant: (call: Call) => boolean = () => true,
): Serve {
  return onAnswer(
    (response, call) => call.isOwn && response.status === refused && isMeant(call),
    (_response, call, server) => pretend(success)(call, server),
  )
}

/** A text. */
export function plain(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } })
}

/** The same answer with another text. */
export function withText(response: Response, text: string): Response {
  return new Response(text, { status: response.status, headers: response.headers })
}

/** The same answer with another status. */
export function withStatus(response: Response, status: number): Response {
  const body = status === 204 ? null : response.body
  return new Response(body, { status, headers: response.headers })
}

/** Whether somebody calls with credentials of some kind. */
export function hasCredentials(call: Call): boolean {
  return tokenOf(call) !== undefined
}

/** The items of a list that the correct server answers. */
export async function itemsOf(response: Response): Promise<Members[]> {
  const value: unknown = await response.clone().json()
  return Array.isArray(value) ? value : []
}

/** The texts of a list that the correct server answers. */
export async function textsOf(response: Response): Promise<string[]> {
  const value: unknown = await response.clone().json()
  return Array.isArray(value) ? value.map(String) : []
}

/** The object that the correct server answers. */
export async function objectOf(response: Response): Promise<Members> {
  const value: unknown = await response.clone().json()
  return isObject(value) ? value : {}
}
