import { elide, longest } from '../text/elide.ts'
import type { RecordedCall } from './recorder.ts'
import { type Beginning, maskHeader, type Secrets, showBody } from './secrets.ts'
import type { CallerRole } from './token-book.ts'

/** A call as it may be shown: without secrets, and without the rest of a long body. Control characters are as they were sent. */
export interface MaskedCall {
  readonly operation: string
  readonly role: CallerRole
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string | undefined
  /** RFC 3339 */
  readonly startedAt: string
  readonly milliseconds: number
  /** Undefined if there was no response. */
  readonly response: MaskedResponse | undefined
}

/** A response as it may be shown. */
export interface MaskedResponse {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
}

/** Takes the secrets out, those included that became known only after the call. */
export function maskCall(call: RecordedCall, secrets: Secrets): MaskedCall {
  const { operation, role, request, response, milliseconds } = call
  const body = (beginning: Beginning) =>
    showBody(beginning, { limit: longest.recordedBody, mask: secrets.mask })
  const headers = (entries: readonly (readonly [string, string])[]) =>
    entries.map(
      ([name, value]) => [name, elide(secrets.mask(maskHeader(name, value)), longest.line)] as const,
    )
  return {
    operation,
    role,
    milliseconds,
    method: request.method,
    url: elide(secrets.mask(maskHeader('location', request.url)), longest.line),
    headers: headers(Object.entries(request.headers)),
    body: request.body === undefined ? undefined : body(request.body),
    startedAt: new Date(call.startedAt).toISOString(),
    response: response && {
      status: response.status,
      headers: headers(response.headers),
      body: body(response.body),
    },
  }
}
