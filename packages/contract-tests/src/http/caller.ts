import { Mismatch, SetupProblem } from '../errors.ts'
import type { Exchange, ReceivedAnswer, SentRequest } from './exchange.ts'

/** The part of `fetch` that a run needs; a server in process hands in its own. */
export type Fetch = (request: Request) => Promise<Response>

/** Sends requests, one at a time, and reads the whole answer. */
export interface Caller {
  /** Throws a `Mismatch` when no answer comes in time. */
  send(operation: string, request: SentRequest): Promise<Exchange>
}

interface CallerOptions {
  readonly fetch: Fetch
  /** How long an answer may take, in milliseconds. */
  readonly timeout: number
  /** Ends the run: nothing more is sent. What is in flight is waited for, so that it can be removed afterwards. */
  readonly signal?: AbortSignal | undefined
}

/** A caller over a `fetch`. Redirects are not followed: they are answers of the contract. */
export function createCaller(options: CallerOptions): Caller {
  return {
    async send(operation, request) {
      if (options.signal?.aborted) throw new SetupProblem('The run was stopped.')
      try {
        const answer = await inTime(receive(request, options), options.timeout)
        return { operation, request, answer }
      } catch (cause) {
        throw new Mismatch({
          operation,
          request,
          expected: 'an answer',
          came: describeFailure(cause, options),
        })
      }
    },
  }
}

async function receive(request: SentRequest, options: CallerOptions): Promise<ReceivedAnswer> {
  const response = await options.fetch(toRequest(request, options))
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** A server in process may not look at the signal of a request. */
async function inTime<T>(answer: Promise<T>, timeout: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DOMException('No answer came in time.', 'TimeoutError')), timeout)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

function toRequest(request: SentRequest, { timeout }: CallerOptions): Request {
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(timeout),
    ...(request.body !== undefined && { body: new TextEncoder().encode(request.body) }),
  })
}

function describeFailure(cause: unknown, { timeout }: CallerOptions): string {
  if (!(cause instanceof Error)) return `no answer: ${String(cause)}`
  if (cause.name === 'TimeoutError') return `no answer within ${timeout} ms`
  // fetch hides the reason of the network in `cause`
  const reason = cause.cause instanceof Error ? cause.cause.message : cause.message
  return `no answer: ${reason}`
}
