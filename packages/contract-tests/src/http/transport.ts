import { SetupProblem } from '../errors.ts'
import type { Exchange, ReceivedResponse, SentRequest } from './exchange.ts'
import { NoResponse } from './no-response.ts'
import { type CallPhase, noResponseKind } from './no-response-kind.ts'
import { readText } from './read-text.ts'

/** The part of `fetch` that a run needs; a server in process hands in its own. */
export type Fetch = (request: Request) => Promise<Response>

/** Sends requests, one at a time, and reads the whole response. */
export interface Transport {
  /** Throws a `NoResponse` when no complete response comes in time. */
  send(operation: string, request: SentRequest): Promise<Exchange>
}

interface TransportOptions {
  readonly fetch: Fetch
  /** How long a response may take, in milliseconds. */
  readonly timeout: number
  /** Ends the run: nothing more is sent. What is in flight is waited for, so that it can be removed afterwards. */
  readonly signal?: AbortSignal | undefined
}

/** A caller over a `fetch`. Redirects are not followed: they are responses of the contract. */
export function createTransport(options: TransportOptions): Transport {
  return {
    async send(operation, request) {
      if (options.signal?.aborted) throw new SetupProblem('The run was stopped.')
      const call = new Call(options.timeout)
      try {
        const response = await call.inTime(call.receive(request, options.fetch))
        return { operation, request, response }
      } catch (cause) {
        const kind = noResponseKind(cause, call.phase)
        throw new NoResponse({ operation, request, kind }, { cause })
      } finally {
        call.end()
      }
    },
  }
}

/** One call and its time limit. Once it ends, nothing of it is left: no timer, and no socket that still receives. */
class Call {
  readonly #ending = new AbortController()
  readonly #timer: ReturnType<typeof setTimeout>
  readonly #deadline: number
  #isComplete = false
  phase: CallPhase = 'request'

  constructor(timeout: number) {
    this.#deadline = performance.now() + timeout
    this.#timer = setTimeout(() => this.#ending.abort(late()), timeout)
  }

  get signal(): AbortSignal {
    return this.#ending.signal
  }

  async receive(request: SentRequest, fetch: Fetch): Promise<ReceivedResponse> {
    const sent = toRequest(request, this.signal)
    this.phase = 'head'
    const response = await fetch(sent)
    if (this.signal.aborted) {
      await response.body?.cancel()
      throw this.signal.reason
    }
    // An error response has the status 0, and what is not a response has none.
    if (!(response.status >= 200)) throw new TypeError('The server returned no response.')
    this.phase = 'body'
    const text = await readText(response, { signal: this.signal, refuseLate: () => this.#refuseLate() })
    this.#isComplete = true
    return { status: response.status, headers: response.headers, text }
  }

  /** A server in process may not look at the signal of a request. */
  inTime<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.signal.addEventListener('abort', () => reject(this.signal.reason), { once: true })
      work.then(resolve, reject)
    })
  }

  end(): void {
    clearTimeout(this.#timer)
    if (!this.#isComplete) this.#ending.abort(late())
  }

  /** A stream that always has something ready leaves no turn to a timer. */
  #refuseLate(): void {
    if (performance.now() > this.#deadline) throw late()
  }
}

function late(): DOMException {
  return new DOMException('There was no complete response in time.', 'TimeoutError')
}

/** Throws where a token that a server gave cannot stand in a header, or a URL that it gave leads elsewhere than to HTTP. */
function toRequest(request: SentRequest, signal: AbortSignal): Request {
  if (!/^https?:$/.test(new URL(request.url).protocol)) throw new TypeError(`Not an HTTP URL: ${request.url}`)
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    redirect: 'manual',
    signal,
    ...(request.body !== undefined && { body: new TextEncoder().encode(request.body) }),
  })
}
