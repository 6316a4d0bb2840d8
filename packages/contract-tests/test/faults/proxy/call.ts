import { type Operation, operations } from '../document.ts'

/** A request on its way, read once, so that a fault can look at it and send it on in another form. */
export interface Call {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  readonly bytes: ArrayBuffer | undefined
  /** The operation whose path it has, whatever the method. */
  readonly operation: Operation | undefined
  /** Whether the method is that of the operation, too. */
  readonly isOwn: boolean
  /** The values of the path's parameters. */
  readonly path: Readonly<Record<string, string>>
  /** The body where it is a JSON object. */
  readonly body: Readonly<Record<string, unknown>> | undefined
}

/** What is to be different when a call is sent on. */
export interface Changes {
  readonly method?: string
  readonly url?: URL
  readonly headers?: Headers
  readonly bytes?: ArrayBuffer
  /** Sent as JSON, in place of the body. */
  readonly body?: unknown
}

const patterns = operations.map((operation) => ({
  operation,
  pattern: new RegExp(`/api${operation.path.replaceAll(/\{([^}]+)\}/g, '(?<$1>[^/]+)')}$`),
}))

/** Reads a request. */
export async function readCall(request: Request): Promise<Call> {
  const url = new URL(request.url)
  const bytes = request.body === null ? undefined : await request.arrayBuffer()
  const known = patterns.find(({ pattern }) => pattern.test(url.pathname))
  return {
    method: request.method,
    url,
    headers: new Headers(request.headers),
    bytes,
    operation: known?.operation,
    isOwn: known?.operation.method === request.method,
    path: decodeAll(known?.pattern.exec(url.pathname)?.groups),
    body: bytes && readObject(bytes),
  }
}

/** Makes a request of a call again, with changes. */
export function toRequest(call: Call, changes: Changes = {}): Request {
  const headers = new Headers(changes.headers ?? call.headers)
  const hasJson = 'body' in changes
  const body = hasJson ? JSON.stringify(changes.body) : (changes.bytes ?? call.bytes)
  if (hasJson) headers.set('content-type', 'application/json')
  const url = changes.url ?? call.url
  return new Request(url, { method: changes.method ?? call.method, headers, body: body ?? null })
}

/** The token of a call: that of the bearer header, else that of the cookie. */
export function tokenOf({ headers }: Call): string | undefined {
  const bearer = /^Bearer (.+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  return bearer ?? cookieOf(headers)
}

/** The token of the cookie. */
export function cookieOf(headers: Headers): string | undefined {
  return /(?:^|; *)token=([^;]*)/.exec(headers.get('cookie') ?? '')?.[1]
}

/** The headers of a call with the credentials of somebody else, or of nobody. */
export function withToken(headers: Headers, token: string | undefined): Headers {
  const changed = new Headers(headers)
  changed.delete('cookie')
  changed.delete('authorization')
  if (token !== undefined) changed.set('authorization', `Bearer ${token}`)
  return changed
}

function readObject(bytes: ArrayBuffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function decodeAll(values: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, decode(value)]))
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
