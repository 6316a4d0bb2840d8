import { AbortedError, type Attempt, NetworkError } from '../errors/index.ts'
import { type Auth, authorize } from './auth.ts'
import type { OperationFacts } from './facts.ts'

/** What sends a request: `globalThis.fetch` is one, and so is the `fetch` of a Hono app. */
export type Fetch = (request: Request) => Response | Promise<Response>

/** The way of every request to the network, of an operation or of a call by path. */
export type Send = (request: Request, operation?: OperationFacts) => Promise<Response>

/** Puts the credentials onto each request, and says by a typed error why no answer came. */
export function createSend(auth: Auth, givenFetch: Fetch | undefined): Send {
  return async (request, operation) => {
    const attempt = attemptOf(request, operation?.id)
    if (!operation?.rare.anonymous) await authorize(request, auth, attempt)
    try {
      // Looked up at each call, so that a test or a tracer may replace the global one.
      const response = await (givenFetch ?? globalThis.fetch)(request)
      if (response.status) return response
      throw new TypeError('a redirect, which is not followed: only a browser hides its status')
    } catch (cause) {
      throw noAnswer(request, attempt, cause)
    }
  }
}

/** What to say of a request in an error. The query is left out: its values may be nobody's business. */
export function attemptOf<Id extends string | undefined>(
  { method, url }: Request,
  operation: Id,
): Attempt<Id> {
  return { operation, method, url: url.replace(/\?.*/, '') }
}

/** Why no complete answer came. */
export function noAnswer<Id extends string | undefined>(
  { signal }: Request,
  attempt: Attempt<Id>,
  cause: unknown,
): AbortedError<Id> | NetworkError<Id> {
  if (signal.aborted) return new AbortedError('aborted', attempt, { cause: signal.reason })
  return new NetworkError('no complete answer', attempt, { cause })
}
