import { ContractTestError } from '../errors.ts'
import type { SentRequest } from './exchange.ts'

/** How a call can end without a response, and what the server does then. A sentence holds nothing that varies from run to run. */
const sentences = {
  timeout: 'sends no complete response within the time limit',
  refused: 'refuses the connection',
  unreachable: 'cannot be reached',
  tls: 'fails the TLS handshake',
  reset: 'closes the connection without a response',
  'broken-off': 'breaks the body off',
  'not-http': 'sends a response that is not valid HTTP',
  informational: 'sends a status 100 or 101 that was not asked for',
  'headers-too-large': 'sends headers that are too large to read',
  'too-large': 'sends a body that is too large to read',
  undecodable: 'sends a body that its Content-Encoding does not decode',
  failed: 'fails without a response',
  unsendable: 'gives a token or a URL that no request can carry',
} as const

/** Why there was no response: `timeout`, `refused`, `reset`, `broken-off` and so on. */
export type NoResponseKind = keyof typeof sentences

/** What the server does instead of responding, the same in every run: `breaks the body off`. */
export function describeKind(kind: NoResponseKind): string {
  return sentences[kind]
}

/** A call to which the server sent no complete HTTP response, or that could not be made with what it had sent before. */
export class NoResponse extends ContractTestError {
  override readonly name = 'NoResponse'
  /** The operation that was called. */
  readonly operation: string
  readonly request: SentRequest
  readonly kind: NoResponseKind
  /** What the server does instead of responding, the same in every run: `breaks the body off`. */
  readonly actual: string
  /** What the runtime reported, which may vary: `read ECONNRESET`. */
  readonly reason: string | undefined

  /** `cause` is what the runtime reported. */
  constructor(call: NoResponseDetails, options?: ErrorOptions) {
    super(`${call.operation} ${sentences[call.kind]}`, options)
    this.operation = call.operation
    this.request = call.request
    this.kind = call.kind
    this.actual = sentences[call.kind]
    this.reason = innermostMessage(options?.cause)
  }
}

/** The parts of a {@link NoResponse}. */
export interface NoResponseDetails {
  readonly operation: string
  readonly request: SentRequest
  readonly kind: NoResponseKind
}

/** `fetch` wraps what the network or the parser reported. A cause may lead back to itself. */
function innermostMessage(cause: unknown): string | undefined {
  const seen = new Set<unknown>()
  let message: string | undefined
  for (let next = cause; next instanceof Error && !seen.has(next); next = next.cause) {
    seen.add(next)
    message = next.message
  }
  return message || undefined
}
