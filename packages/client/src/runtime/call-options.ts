/** How a call that failed is made again. */
export interface RetryOptions {
  /**
   * How often at most, after the first time. Default: 2.
   *
   * @example
   * 5
   */
  readonly retries?: number | undefined
  /**
   * The upper end of the first pause in milliseconds; it doubles each time. The pause is anywhere between 0 and that, so that
   * clients which failed together do not come back together. Default: 300.
   *
   * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
   */
  readonly baseDelay?: number | undefined
  /** The upper end of every pause in milliseconds, save one that `Retry-After` asks for. Default: 10,000. */
  readonly maxDelay?: number | undefined
}

/** How long a call may take, and how often it is tried. A client sets it for all its calls, and a call for itself. */
export interface LimitOptions {
  /**
   * Whether a call is made again when nothing came, or 408, 429, 502, 503 or 504. Only operations that the document marks
   * idempotent are, so that nothing is written twice. `Retry-After` is honoured where the deadline allows. `false` turns it off.
   *
   * @example
   * { retries: 5 }
   */
  readonly retry?: RetryOptions | false | undefined
  /**
   * Milliseconds for one attempt, from the request to the last byte of the answer. Default: 30,000; `Infinity` for none.
   *
   * @example
   * 5_000
   */
  readonly timeout?: number | undefined
  /**
   * Milliseconds for the whole call: all attempts and the pauses between them. Default: 60,000; `Infinity` for none.
   *
   * @example
   * 15_000
   */
  readonly deadline?: number | undefined
}

/** What one call may set. */
export interface CallOptions extends LimitOptions {
  /**
   * Ends the call when it fires, whatever it waits for. The call then rejects with an `AbortedError`. Default: none.
   *
   * @example
   * controller.signal
   */
  readonly signal?: AbortSignal | undefined
  /**
   * Further request headers, to trace a call for instance. In `bearer` mode `Authorization` is always the token's.
   *
   * @example
   * { 'X-Request-Id': 'd3adb33f' }
   */
  readonly headers?: Readonly<Record<string, string>> | undefined
}
