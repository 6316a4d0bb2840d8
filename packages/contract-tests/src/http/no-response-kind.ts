import type { NoResponseKind } from './no-response.ts'

/** What `fetch` of Node reports, by the code of the error or of one that caused it. */
const kinds: Readonly<Record<string, NoResponseKind>> = {
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
  HPE_HEADER_OVERFLOW: 'headers-too-large',
}

/** Tells from what was thrown why no response came. */
export function noResponseKind(cause: unknown): NoResponseKind {
  const chain = [...causes(cause)]
  if (chain.some(({ name }) => name === 'TimeoutError')) return 'timeout'
  for (const { code = '' } of chain.reverse()) {
    if (kinds[code] !== undefined) return kinds[code]
    if (code.startsWith('HPE_')) return 'not-http'
    if (/^(?:ERR_SSL_|ERR_TLS_|CERT_|UNABLE_TO_|(?:DEPTH_ZERO_)?SELF_SIGNED_CERT)/.test(code)) return 'tls'
    if (/^(?:Z_|ERR__|ZSTD_|ERR_PADDING)/.test(code)) return 'undecodable'
  }
  // A port that the Fetch standard blocks has no code.
  return chain.some(({ message }) => message === 'bad port') ? 'unreachable' : 'failed'
}

/** An error, and what it was caused by. A cause may lead back to itself. */
function* causes(error: unknown): Generator<Error & { readonly code?: string }> {
  const seen = new Set<unknown>()
  for (let next = error; next instanceof Error && !seen.has(next); next = next.cause) {
    seen.add(next)
    yield next
  }
}
