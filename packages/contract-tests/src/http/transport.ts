import { SetupProblem } from '../errors.ts'
import type { Exchange, ReceivedResponse, SentRequest } from './exchange.ts'
import { NoResponse } from './no-response.ts'
import { noResponseKind } from './no-response-kind.ts'

/** The part of `fetch` that a run needs; a server in process hands in its own. */
export type Fetch = (request: Request) => Promise<Response>

/** Sends requests, one at a time, and reads the whole response. */
export interface Transport {
  /** Throws a `NoResponse` when no complete response comes in time. */
  send(operation: string, request: SentRequest): Promise<Exchange>
}

interface TransportOptions {
  readonly fetch: Fetch
  /** How long an response may take, in milliseconds. */
  readonly timeout: number
  /** Ends the run: nothing more is sent. What is in flight is waited for, so that it can be removed afterwards. */
  readonly signal?: AbortSignal | undefined
}

/** A caller over a `fetch`. Redirects are not followed: they are responses of the contract. */
export function createTransport(options: TransportOptions): Transport {
  return {
    async send(operation, request) {
      if (options.signal?.aborted) throw new SetupProblem('The run was stopped.')
      try {
        const response = await inTime(receive(request, options), options.timeout)
        return { operation, request, response }
      } catch (cause) {
        throw new NoResponse({ operation, request, kind: noResponseKind(cause) }, { cause })
      }
    },
  }
}

async function receive(request: SentRequest, options: TransportOptions): Promise<ReceivedResponse> {
  const response = await options.fetch(toRequest(request, options))
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** A server in process may not look at the signal of a request. */
async function inTime<T>(response: Promise<T>, timeout: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DOMException('No response came in time.', 'TimeoutError')), timeout)
  })
  return Promise.race([response, late]).finally(() => clearTimeout(timer))
}

function toRequest(request: SentRequest, { timeout }: TransportOptions): Request {
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(timeout),
    ...(request.body !== undefined && { body: new TextEncoder().encode(request.body) }),
  })
}
