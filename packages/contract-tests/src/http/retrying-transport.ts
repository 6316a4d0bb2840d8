import type { Exchange, SentRequest } from './exchange.ts'
import { NoResponse, type NoResponseKind } from './no-response.ts'
import { pause, type Wait } from './pause.ts'
import { secondsToWait } from './retry-after.ts'
import type { Transport } from './transport.ts'

/** What went wrong once, and went well when the same request was sent again. */
export type TransientFailure = {
  readonly operation: string
  readonly count: number
  /** The first request that failed, and its response; undefined if there was none. */
  readonly request: SentRequest
  readonly exchange: Exchange | undefined
} & ({ readonly status: number } | { readonly kind: NoResponseKind })

/** A transport that retries, and tells what it retried. */
export interface RetryingTransport extends Transport {
  /** The failures that passed, by operation and status or kind. */
  transient(): readonly TransientFailure[]
  /** How many calls have failed in a way that may pass, whether they were retried or not. */
  failures(): number
}

/** What may be retried, and how to wait. */
export interface Retrying {
  /** Whether sending the request twice does no more than sending it once. */
  readonly isIdempotent: (operation: string, request: SentRequest) => boolean
  /** Whether the document describes a status for an operation: then it is a response like any other. */
  readonly describes: (operation: string, status: number) => boolean
  readonly wait?: Wait
  readonly signal?: AbortSignal | undefined
}

/** In seconds: what a server is given to recover, and the most that it may ask for. */
const recovery = { usual: 0.1, longest: 10 }

/** How often an operation may fail in one way without recovering, before that is no longer taken as a passing failure. */
const mostInVain = 2

/** What a proxy returns while the server behind it does not respond. */
const passingStatuses = [502, 503, 504]
const passingKinds: readonly NoResponseKind[] = ['reset', 'broken-off']

/** Sends an idempotent request once more where a connection or the server behind a proxy fails for a moment. */
export function createRetryingTransport(transport: Transport, retrying: Retrying): RetryingTransport {
  const { wait = pause, signal } = retrying
  const passed = new Map<string, TransientFailure>()
  const inVain = new Map<string, number>()
  let failures = 0

  async function retry(first: Failure, operation: string, request: SentRequest): Promise<Outcome> {
    await wait(first.seconds * 1000, signal)
    const second = await attempt(transport, operation, request)
    const key = `${operation} ${nameOf(first)}`
    if (failureOf(second, operation, retrying)) {
      inVain.set(key, (inVain.get(key) ?? 0) + 1)
      return second
    }
    const known = passed.get(key) ?? { operation, count: 0, request, exchange: first.exchange, ...first.what }
    passed.set(key, { ...known, count: known.count + 1 })
    return second
  }

  return {
    transient: () => [...passed.values()],
    failures: () => failures,
    async send(operation, request) {
      const first = await attempt(transport, operation, request)
      const failure = failureOf(first, operation, retrying)
      if (failure) failures += 1
      const isHopeless = (inVain.get(`${operation} ${failure && nameOf(failure)}`) ?? 0) >= mostInVain
      if (!failure || isHopeless || !mayRetry(failure, operation, request, retrying)) return settle(first)
      return settle(await retry(failure, operation, request))
    },
  }
}

type Outcome = Exchange | NoResponse

interface Failure {
  readonly what: { readonly status: number } | { readonly kind: NoResponseKind }
  /** How long to wait before the request is sent again. */
  readonly seconds: number
  readonly exchange: Exchange | undefined
}

async function attempt(transport: Transport, operation: string, request: SentRequest): Promise<Outcome> {
  try {
    return await transport.send(operation, request)
  } catch (error) {
    if (error instanceof NoResponse) return error
    throw error
  }
}

function settle(outcome: Outcome): Exchange {
  if (outcome instanceof NoResponse) throw outcome
  return outcome
}

/** How an outcome failed, if in a way that may pass. */
function failureOf(outcome: Outcome, operation: string, { describes }: Retrying): Failure | undefined {
  if (outcome instanceof NoResponse) {
    const { kind } = outcome
    const mayPass = kind === 'refused' || passingKinds.includes(kind)
    return mayPass ? { what: { kind }, seconds: recovery.usual, exchange: undefined } : undefined
  }
  const { status, headers } = outcome.response
  if (!passingStatuses.includes(status) || describes(operation, status)) return undefined
  return { what: { status }, seconds: secondsToWait(headers) ?? recovery.usual, exchange: outcome }
}

function mayRetry(
  { what, seconds }: Failure,
  operation: string,
  request: SentRequest,
  { isIdempotent, signal }: Retrying,
): boolean {
  if (signal?.aborted || seconds > recovery.longest) return false
  // Where no connection was made, nothing was sent.
  return ('kind' in what && what.kind === 'refused') || isIdempotent(operation, request)
}

function nameOf({ what }: Failure): string {
  return 'kind' in what ? what.kind : String(what.status)
}
