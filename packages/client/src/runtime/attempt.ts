import { NetworkError, RefusedError } from '../errors/index.ts'
import { beginReading, type Reading } from './answer.ts'
import { headerOf } from './header-of.ts'
import { printable } from './printable.ts'
import { quietly } from './quietly.ts'
import type { MakeRequest } from './request.ts'
import type { Run } from './run.ts'
import { sendableToken } from './tokens.ts'

/** A success, and the answer that brought it. */
export interface Answered {
  readonly status: number
  readonly value: unknown
  readonly response: Response
}

/** One request, and its answer. */
export async function attempt(run: Run, request: MakeRequest, signal: AbortSignal): Promise<Answered> {
  // `fetch` not as a method: the global one would refuse another `this`.
  const { facts, event, hooks, fetch, tokens } = run
  const began = Date.now()
  let response: Response
  let reading: Reading
  let content: unknown
  if (tokens && !facts.rare.anonymous)
    try {
      run.token = sendableToken(await tokens.current())
    } catch (cause) {
      throw new RefusedError('token', 'visible ASCII without "Bearer"', event, { cause })
    }
  const [url, init] = request(quietly(hooks.onRequest, event), signal)
  try {
    // Whatever sent the request, what came back is its Response.
    response = (await fetch(url, init)) as Response
    if (!response.status) throw new TypeError('redirect refused')
    reading = beginReading(run, response)
    content = await reading[0]
  } catch (cause) {
    throw new NetworkError('no complete answer', event, { cause: withoutDetails(cause) })
  }
  // Not made where nobody sees it.
  if (hooks.onResponse)
    quietly(hooks.onResponse, {
      ...event,
      status: response.status,
      duration: Date.now() - began,
      requestId: headerOf(response, 'X-Request-Id') || null,
    })
  return { status: response.status, value: reading[1](content), response }
}

/** The same error with what it says alone: fetch hangs whole answers on some of its errors, and one may hold a secret. */
function withoutDetails(thrown: unknown): unknown {
  // Not `instanceof`: a test runner gives each file an `Error` of its own.
  const { name, message, code, cause } = Object(thrown)
  if (typeof message !== 'string') return undefined
  const plain = new Error(printable(message), { cause: withoutDetails(cause) })
  return Object.assign(plain, { name }, code && { code })
}
