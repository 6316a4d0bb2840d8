import { NetworkError } from '../errors/index.ts'
import { judged, type Reading, readBody } from './answer.ts'
import { currentToken } from './auth.ts'
import { tell } from './hooks.ts'
import { initOf, type RequestParts } from './request.ts'
import type { Run } from './run.ts'

/** A success, and the answer that brought it. */
export interface Answered {
  readonly value: unknown
  readonly response: Response
}

/** One request, and its answer. */
export async function attempt(run: Run, parts: RequestParts, signal: AbortSignal): Promise<Answered> {
  const { connection, facts, event } = run
  const { credentials, hooks } = connection
  const began = Date.now()
  run.token = facts.rare.anonymous ? undefined : await currentToken(credentials, event)
  const init = initOf(run, parts, tell(hooks.onRequest, event), signal)
  let reading: Reading
  try {
    // Whatever sent the request, what came back is its Response.
    const response = (await connection.fetch(parts.url + parts.search, init)) as Response
    if (!response.status) throw new TypeError('a redirect is not followed')
    reading = await readBody(facts, response)
  } catch (cause) {
    throw new NetworkError('no complete answer', event, { cause: withoutDetails(cause) })
  }
  const { response } = reading
  // Not made where nobody sees it.
  if (hooks.onResponse)
    tell(hooks.onResponse, {
      ...event,
      status: response.status,
      duration: Date.now() - began,
      requestId: response.headers.get('X-Request-Id'),
    })
  return { value: judged(event, reading, connection.validate), response }
}

/** The same error with what it says alone: fetch hangs whole answers on some of its errors, and one may hold a secret. */
function withoutDetails(cause: unknown): unknown {
  // Not `instanceof`: a test runner gives each file an `Error` of its own.
  if (!isErrorLike(cause)) return undefined
  const { name, message } = cause
  const code = 'code' in cause ? { code: cause.code } : {}
  return Object.assign(new Error(message, { cause: withoutDetails(cause.cause) }), { name, ...code })
}

function isErrorLike(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'message' in value && 'name' in value
}
