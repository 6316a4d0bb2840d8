import type {
  OperationDescription,
  QueryValues,
  RequestInput,
  SecurityScheme,
} from '../document/operation.ts'
import type { SentRequest } from './exchange.ts'

/** A token, and the scheme that carries it. */
export interface Credential {
  readonly by: SecurityScheme
  readonly token: string
}

/** How a request says who sends it: `beside` comes along with another token. */
export type Credentials = 'none' | (Credential & { readonly beside?: Credential })

/** A body that is sent as it is, instead of the JSON of `input.body`. */
export interface RawBody {
  /** Undefined sends no `Content-Type`. */
  readonly contentType: string | undefined
  /** Undefined sends no body at all. */
  readonly text: string | undefined
}

/** Path values that are sent as they are, or made of the value as it would be sent. */
export type EncodedPath = Readonly<Record<string, string | ((encoded: string) => string)>>

/** The parts of a request, before they are put on the wire. */
export interface RequestParts {
  readonly operation: OperationDescription
  readonly input: RequestInput
  readonly credentials: Credentials
  readonly method?: string | undefined
  readonly raw?: RawBody | undefined
  /** Replaces the `Content-Type` and nothing else; null sends none. */
  readonly contentType?: string | null | undefined
  readonly encodedPath?: EncodedPath | undefined
  /** A query that is sent as it is, instead of the values of `input.query`. */
  readonly encodedQuery?: string | undefined
  /** What follows the path. */
  readonly pathEnd?: string | undefined
}

/** Puts a call together: `baseUrl` ends without a slash, the path template begins with one. */
export function buildRequest(baseUrl: string, parts: RequestParts): SentRequest {
  const { operation, input, credentials } = parts
  const url = new URL(baseUrl + fillPath(parts) + (parts.pathEnd ?? ''))
  if (parts.encodedQuery === undefined) appendQuery(url, input.query ?? {})
  if (parts.encodedQuery !== undefined) url.search = parts.encodedQuery
  const method = parts.method ?? operation.method
  const raw = bodiless.includes(method) ? noBody : (parts.raw ?? encodeBody(operation, input.body))
  const headers: Record<string, string> = { ...input.headers }
  const contentType = parts.contentType === undefined ? raw.contentType : parts.contentType
  if (typeof contentType === 'string' && raw !== noBody) headers['content-type'] = contentType
  if (credentials !== 'none') {
    addCredentials(headers, url, credentials)
    if (credentials.beside) addCredentials(headers, url, credentials.beside)
  }
  return { method, url: url.href, headers, body: raw.text }
}

/** `fetch` sends no body with these (Fetch standard, section 5.4). */
const bodiless = ['GET', 'HEAD']
const noBody: RawBody = { contentType: undefined, text: undefined }

function fillPath({ operation, input, encodedPath = {} }: RequestParts): string {
  return operation.path.replaceAll(/\{([^}]+)\}/g, (placeholder, name: string) => {
    const value = input.path?.[name]
    const encoded = value === undefined ? placeholder : encodeURIComponent(value)
    const written = encodedPath[name] ?? encoded
    return typeof written === 'string' ? written : written(encoded)
  })
}

function appendQuery(url: URL, values: QueryValues): void {
  for (const [name, value] of Object.entries(values)) {
    for (const item of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(item))
  }
}

function encodeBody({ requestMediaType }: OperationDescription, body: unknown): RawBody {
  if (requestMediaType === undefined || body === undefined) return { contentType: undefined, text: undefined }
  const isJson = /[/+]json$/.test(requestMediaType)
  return { contentType: requestMediaType, text: isJson ? JSON.stringify(body) : String(body) }
}

function addCredentials(headers: Record<string, string>, url: URL, { by: scheme, token }: Credential): void {
  if (scheme.kind === 'bearer') headers['authorization'] = `Bearer ${token}`
  if (scheme.kind === 'basic') headers['authorization'] = `Basic ${token}`
  if (scheme.kind !== 'apiKey') return
  if (scheme.in === 'query') url.searchParams.append(scheme.parameter, token)
  if (scheme.in === 'header') headers[scheme.parameter.toLowerCase()] = (scheme.prefix ?? '') + token
  if (scheme.in === 'cookie') {
    const pair = `${scheme.parameter}=${token}`
    headers['cookie'] = headers['cookie'] === undefined ? pair : `${headers['cookie']}; ${pair}`
  }
}
