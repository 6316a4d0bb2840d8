/** What one call may set. */
export interface CallOptions {
  /**
   * Ends the call when it fires. The call then rejects with an `AbortedError`. Default: none, the call waits as long as `fetch` does.
   *
   * @example
   * AbortSignal.timeout(5_000)
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
