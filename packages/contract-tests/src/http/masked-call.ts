import type { RecordedCall } from './recorder.ts'
import { maskBody, maskHeader, type Secrets } from './secrets.ts'
import type { Role } from './token-book.ts'

/** A call as it may be shown: without secrets, and without the rest of a long body. */
export interface MaskedCall {
  readonly operation: string
  readonly role: Role
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string | undefined
  /** RFC 3339 */
  readonly startedAt: string
  readonly milliseconds: number
  /** Undefined where no response came. */
  readonly response: MaskedResponse | undefined
}

/** An response as it may be shown. */
export interface MaskedResponse {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
}

/** A body longer than this is cut off: some are sent only because they are too large. */
const longestBody = 10_000

/** Takes the secrets out, those included that became known only after the call. */
export function maskCall(call: RecordedCall, secrets: Secrets): MaskedCall {
  const { operation, role, request, exchange, milliseconds } = call
  const body = (text: string) => cut(secrets.mask(maskBody(text)))
  const headers = (entries: Iterable<readonly [string, string]>) =>
    [...entries].map(([name, value]) => [name, secrets.mask(maskHeader(name, value))] as const)
  return {
    operation,
    role,
    milliseconds,
    method: request.method,
    url: secrets.mask(maskHeader('location', request.url)),
    headers: headers(Object.entries(request.headers)),
    body: request.body === undefined ? undefined : body(request.body),
    startedAt: new Date(call.startedAt).toISOString(),
    response: exchange && {
      status: exchange.response.status,
      headers: headers(exchange.response.headers),
      body: body(exchange.response.text),
    },
  }
}

function cut(text: string): string {
  return text.length > longestBody ? `${text.slice(0, longestBody)}… (${text.length} characters)` : text
}
