import type { AnyError } from '../generated/any-error.ts'

/** An attempt that begins. Neither a body nor a header is in it: they may hold a secret. */
export interface CallEvent {
  /** The same object in all events of one call, and in those of no other: a key for what belongs to them, such as a span. */
  readonly call: object
  /** The operation. */
  readonly operation: string
  /** The HTTP method. */
  readonly method: string
  /** The URL without its query. */
  readonly url: string
  /** 1 for the first attempt of a call, 2 for its first repetition. */
  readonly attempt: number
}

/** An answer of whatever status, read to its end. */
export interface ResponseEvent extends CallEvent {
  /** The status of the answer. */
  readonly status: number
  /** Milliseconds since the attempt began. */
  readonly duration: number
  /** The header `X-Request-Id` of the answer, to find it in the server's log. */
  readonly requestId: string | null
}

/** An attempt that failed and is made again. */
export interface RetryEvent extends CallEvent {
  /** How it failed. */
  readonly error: AnyError
  /** Milliseconds until the next attempt. */
  readonly delay: number
}

/** A call that failed for good. */
export interface FailureEvent extends CallEvent {
  /** What the call rejects with. */
  readonly error: AnyError
  /** Milliseconds since the call began. */
  readonly duration: number
}

// biome-ignore lint/suspicious/noConfusingVoidType: a hook that returns nothing is one too
type HeadersOfHook = Readonly<Record<string, string>> | void

/**
 * Functions that see what happens. They cannot change a call, save by the headers that `onRequest` returns; what they throw, or their
 * promises reject with, is ignored, so that a broken log breaks no call.
 *
 * @example
 * const hooks: Hooks = { onResponse: ({ operation, status, duration }) => metrics.record(operation, status, duration) }
 */
export interface Hooks {
  /**
   * Before each attempt, which waits for its promise. What it returns is sent as headers, so that a server can continue a trace: `traceparent`, `X-Request-Id`.
   * Default: none.
   *
   * @example
   * const hooks: Hooks = { onRequest: () => ({ 'X-Request-Id': crypto.randomUUID() }) }
   */
  readonly onRequest?: ((event: CallEvent) => HeadersOfHook | Promise<HeadersOfHook>) | undefined
  /**
   * After each answer, of whatever status, because a failure takes time as well. Default: none.
   *
   * @example
   * const hooks: Hooks = { onResponse: ({ operation, status, duration }) => console.log(operation, status, duration) }
   */
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined
  /**
   * Before each pause that another attempt follows, because a call that succeeds in the end does not show how often it failed.
   * Default: none.
   *
   * @example
   * const hooks: Hooks = { onRetry: ({ operation, error, delay }) => console.warn(operation, error.kind, delay) }
   */
  readonly onRetry?: ((event: RetryEvent) => void) | undefined
  /**
   * Once for each call that fails for good, so that failures are counted in one place, whoever catches them. Default: none.
   *
   * @example
   * const hooks: Hooks = { onError: ({ operation, error, duration }) => console.error(operation, error.kind, duration) }
   */
  readonly onError?: ((event: FailureEvent) => void) | undefined
}
