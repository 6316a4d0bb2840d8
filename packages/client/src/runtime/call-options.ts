/** How a call that failed is made again. */
export interface RetryOptions {
  /**
   * How often at most, after the first time. Default: 2, so that a restart of the server is bridged, and a failure that lasts is told
   * within seconds.
   *
   * @example
   * await api.listTokens({}, { retry: { retries: 5 } })
   */
  readonly retries?: number | undefined
  /**
   * The upper end of the first pause in milliseconds; it doubles each time. The pause is anywhere between 0 and that, so that
   * clients which failed together do not come back together. Default: 300.
   *
   * @example
   * await api.listTokens({}, { retry: { baseDelay: 1_000 } })
   *
   * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
   */
  readonly baseDelay?: number | undefined
  /**
   * The upper end of every pause in milliseconds, save one that `Retry-After` asks for, because a server that says when to come back
   * is believed. Default: 10,000.
   *
   * @example
   * await api.listTokens({}, { retry: { retries: 8, maxDelay: 2_000 } })
   */
  readonly maxDelay?: number | undefined
}

/** How long a call may take, and how often it is tried. A client sets it for all its calls, and a call for itself. */
export interface LimitOptions {
  /**
   * Whether a call is made again when nothing came, or 408, 429, 502, 503 or 504. Only operations that the document marks
   * idempotent are, so that nothing is written twice. `Retry-After` is honoured where the deadline allows. `false` turns it off.
   * What a call leaves out is as the client has it. Default: on, at most twice.
   *
   * @example
   * await api.listTokens({}, { retry: false })
   */
  readonly retry?: RetryOptions | false | undefined
  /**
   * Milliseconds for one attempt, from the request to the last byte of the answer, so that a server which hangs leaves time for another
   * attempt. Default: 30,000; `Infinity` for none.
   *
   * @example
   * await api.listTokens({}, { timeout: 5_000 })
   */
  readonly timeout?: number | undefined
  /**
   * Milliseconds for the whole call: all attempts and the pauses between them, so that whoever waits knows for how long. Default:
   * 60,000; `Infinity` for none.
   *
   * @example
   * await api.listTokens({}, { deadline: 15_000 })
   */
  readonly deadline?: number | undefined
}

/** Headers as an object, as pairs, or as `Headers`. What is undefined is left out. */
export type HeadersGiven =
  | Readonly<Record<string, string | undefined>>
  | Iterable<readonly [name: string, value: string]>

/** What one call may set. */
export interface CallOptions extends LimitOptions {
  /**
   * Ends the call when it fires, whatever it waits for, so that nothing is fetched for a page that was left. The call then rejects with an
   * `AbortedError`. Default: none.
   *
   * @example
   * const controller = new AbortController()
   * const members = api.listUsers({ workspace: 'demo' }, { signal: controller.signal })
   * controller.abort()
   */
  readonly signal?: AbortSignal | undefined
  /**
   * Further request headers, to trace a call for instance. In `bearer` mode `Authorization` is always the token's, so that no call goes
   * out in another name by mistake. Default: none.
   *
   * @example
   * await api.logout({}, { headers: { 'X-Request-Id': 'd3adb33f' } })
   */
  readonly headers?: HeadersGiven | undefined
}
