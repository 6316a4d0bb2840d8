import type { NoResponseKind } from './no-response.ts'
import { BodyTooLarge } from './read-text.ts'

/** How far a call got: the request is put together, it waits for status and headers, or it reads the body. */
export type CallPhase = 'request' | 'head' | 'body'

/** What Node reports, by the code of the error or of one that caused it. */
const kindsByCode: Readonly<Record<string, NoResponseKind>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_OVERFLOW: 'headers-too-large',
  // Two lengths, or one that is not a number
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'not-http',
  // A status below 100
  ERR_ASSERTION: 'not-http',
}

/** The rest of what Node reports. The first that fits counts. */
const patterns: readonly (readonly [
  keyof Pick<ReportedError, 'code' | 'name' | 'message'>,
  RegExp,
  NoResponseKind,
])[] = [
  ['name', /^TimeoutError$/, 'timeout'],
  ['name', /^HTTPParserError$/, 'not-http'],
  ['code', /^HPE_/, 'not-http'],
  ['message', /^bad (?:response|upgrade)$/, 'informational'],
  ['message', /^bad port$/, 'unreachable'],
  ['message', /^too many content-encodings/, 'undecodable'],
  ['code', /^(?:Z_|ERR__|ERR_PADDING|ZSTD_)/, 'undecodable'],
  ['code', /^(?:ERR_SSL_|ERR_TLS_|CERT_|UNABLE_TO_|(?:DEPTH_ZERO_)?SELF_SIGNED_CERT)/, 'tls'],
]

/** Works out from the error and its time why there was no response. */
export function noResponseKind(thrown: unknown, phase: CallPhase): NoResponseKind {
  if (phase === 'request') return 'unsendable'
  const kind = [...causes(thrown)].reverse().map(kindOf).find(Boolean) ?? 'failed'
  const isCut = kind === 'reset' || kind === 'failed'
  return phase === 'body' && isCut ? 'broken-off' : kind
}

interface ReportedError extends Error {
  readonly code?: unknown
}

function kindOf(error: ReportedError): NoResponseKind | undefined {
  if (error instanceof BodyTooLarge) return 'too-large'
  const pattern = patterns.find(([field, expression]) => expression.test(String(error[field] ?? '')))
  return pattern?.[2] ?? (typeof error.code === 'string' ? kindsByCode[error.code] : undefined)
}

/** An error, and what it was caused by. A cause may lead back to itself. */
function* causes(error: unknown): Generator<ReportedError> {
  const seen = new Set<unknown>()
  for (let next = error; next instanceof Error && !seen.has(next); next = next.cause) {
    seen.add(next)
    yield next
  }
}
