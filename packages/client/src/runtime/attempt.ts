import { NetworkError } from '../errors/index.ts'
import { judged, type Reading, readBody } from './answer.ts'
import { currentToken } from './auth.ts'
import { tell } from './hooks.ts'
import { type RequestParts, requestOf } from './request.ts'
import type { Run } from './run.ts'

/** A success, and the answer that brought it. */
export interface Answered {
  readonly value: unknown
  readonly response: Response
}

/** One request, and its answer. */
export async function attempt(run: Run, parts: RequestParts, signal: AbortSignal): Promise<Answered> {
  const { connection, facts, event } = run
  const began = Date.now()
  run.token = facts.rare.anonymous ? undefined : await currentToken(connection.credentials, event)
  const further = tell(connection.hooks.onRequest, event)
  const request = requestOf(run, parts, { ...further, ...run.options.headers }, signal)
  const reading = await answerOf(run, request).catch((cause: unknown) => {
    throw new NetworkError('no complete answer', event, { cause: withoutDetails(cause) })
  })
  const { response } = reading
  tell(connection.hooks.onResponse, {
    ...event,
    status: response.status,
    duration: Date.now() - began,
    requestId: response.headers.get('X-Request-Id'),
  })
  return { value: judged(event, reading, connection.validate), response }
}

async function answerOf({ connection, facts }: Run, request: Request): Promise<Reading> {
  const response = await connection.fetch(request)
  if (response.status) return readBody(facts, response)
  throw new TypeError('a redirect is not followed')
}

/** The same error with what it says alone: fetch hangs whole answers on some of its errors, and one may hold a secret. */
function withoutDetails(cause: unknown): unknown {
  if (!(cause instanceof Error)) return undefined
  const { name, message } = cause
  const code = 'code' in cause ? { code: cause.code } : {}
  return Object.assign(new Error(message, { cause: withoutDetails(cause.cause) }), { name, ...code })
}
