/** A request as it was sent. */
export interface SentRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/** A response as it was received. */
export interface ReceivedResponse {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** One call: what was sent and what was received. */
export interface Exchange {
  /** The operation that was called. */
  readonly operation: string
  readonly request: SentRequest
  readonly response: ReceivedResponse
  /** The operations that opened or accepted the token of the request before, where this one refuses it. */
  readonly acceptedBy?: ReadonlySet<string>
}
