/** The kinds of errors of the contract, which begin the text of an answer, each with its status. */
export const statusOfKind = {
  'Bad request': 400,
  Forbidden: 403,
  'Not found': 404,
  'Method not allowed': 405,
  'Payload too large': 413,
  'Unsupported media type': 415,
  Unprocessable: 422,
  'Too many requests': 429,
  Internal: 500,
  Unavailable: 503,
  // What the HTTP server refuses by itself, outside the contract.
  'Request timeout': 408,
  'Expectation failed': 417,
  'Request header fields too large': 431,
} as const

/** `Unauthorized` is a whole answer, not the beginning of one. */
export type RefusalKind = keyof typeof statusOfKind | 'Unauthorized'

interface RefusalDetails {
  readonly headers?: Readonly<Record<string, string>>
  readonly retryAfter?: number
}

/** A request that is refused, with what its sender is told. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly kind: RefusalKind
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Seconds until it is worth another attempt. */
  readonly retryAfter: number | undefined

  constructor(kind: RefusalKind, detail: string, { headers = {}, retryAfter }: RefusalDetails = {}) {
    // A text of one line, whatever a path value that it names may hold.
    super(kind === 'Unauthorized' ? kind : `${kind}: ${detail.replaceAll(/\p{Cc}+/gu, ' ')}`)
    this.kind = kind
    this.status = kind === 'Unauthorized' ? 401 : statusOfKind[kind]
    this.headers = headers
    this.retryAfter = retryAfter
  }
}

/** A rule of the domain, or the syntax of the request, is broken. */
export function badRequest(detail: string): Refusal {
  return new Refusal('Bad request', detail)
}

/** What the request names does not exist. */
export function notFound(detail: string): Refusal {
  return new Refusal('Not found', detail)
}

/** No credentials, or ones that are worth nothing. The answer says no more than that. */
export function unauthorized(): Refusal {
  return new Refusal('Unauthorized', '')
}

/** Valid credentials without the role that the operation needs. */
export function forbidden(detail: string): Refusal {
  return new Refusal('Forbidden', detail)
}

/** The client has hung up in the middle of its request. Nobody may be left to read the answer. */
export class ClientAborted extends Refusal {
  constructor(cause: unknown) {
    super('Bad request', 'the body broke off before its end')
    this.cause = cause
  }
}
