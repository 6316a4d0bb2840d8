import type { CallOptions } from './call-options.ts'
import type { ClientOptions } from './client-options.ts'
import type { Connection, Pinned } from './connection.ts'
import { type OperationFacts, unsent } from './facts.ts'
import type { Fetch } from './fetch.ts'
import { given } from './given.ts'
import type { CallEvent, Hooks } from './hooks.ts'

/** A call that is under way. Numbers may be texts: nothing adds to them. */
export interface Run
  extends Pinned,
    Pick<CallOptions, 'signal' | 'headers'>,
    Pick<ClientOptions, 'validate'> {
  readonly facts: OperationFacts
  readonly fetch: Fetch
  readonly hooks: Hooks
  readonly retry: unknown
  /** Milliseconds for an attempt. */
  readonly timeout: number
  /** Milliseconds for all of it. */
  readonly deadline: number
  readonly began: number
  /** What errors and hooks say of the attempt that is made now. */
  event: CallEvent
  /** The token of the last attempt. */
  token?: string | undefined
  /** Whether the body can be sent only once. */
  isStream?: boolean | undefined
}

const defaults = {
  // Looked up at each call, so that a test or a tracer may replace the global one.
  fetch: (url: string, init: RequestInit) => globalThis.fetch(url, init),
  hooks: {},
  retry: {},
  timeout: 30_000,
  deadline: 60_000,
}

/** Begins a call: the options of the call go before those of the client. */
export function begin({ options, pinned }: Connection, facts: OperationFacts, ofCall: unknown): Run {
  return {
    ...defaults,
    ...options,
    ...given(ofCall),
    ...pinned,
    facts,
    began: Date.now(),
    event: { ...unsent(facts), attempt: 1, call: {} },
  }
}
