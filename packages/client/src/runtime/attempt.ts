import { NetworkError, RefusedError } from '../errors/index.ts'
import { type Answered, answerOf, readText } from './answer.ts'
import type { Documented, Run } from './facts.ts'
import { headerOf } from './header-of.ts'
import { notify } from './notify.ts'
import { printable } from './printable.ts'
import type { MakeRequest } from './request.ts'

/** One request, and its answer. */
export async function attempt(run: Run, request: MakeRequest, signal: AbortSignal): Promise<Answered> {
  // `fetch` not as a method: the global one would refuse another `this`.
  const { facts, event, hooks, fetch, bearer } = run
  const began = Date.now()
  let response: Response
  let documented: Documented
  let content: unknown
  if (bearer !== undefined && !facts.anonymous)
    try {
      // Characters that a header value can carry, without white space: the error of `fetch` would quote any other token.
      // Without a match, there is nothing to take the token from.
      const token = await (typeof bearer === 'function' ? bearer() : bearer)
      run.token = (/^[\x21-\x7e]+$/.exec(token ?? '') as RegExpExecArray)[0]
    } catch (cause) {
      throw new RefusedError('token', 'text, not "Bearer"', event, { cause })
    }
  // Nothing is waited for where nobody listens.
  const sent = request(hooks.onRequest && (await notify(run, 'onRequest')), signal)
  try {
    // Whatever sent the request, what came back is its Response.
    response = (await fetch(...sent)) as Response
    if (!response.status) throw new TypeError('redirect')
    documented = (facts.readOther ?? readText)(response, run)
    content = await documented[2]
  } catch (cause) {
    throw new NetworkError('no complete answer', event, { cause: withoutDetails(cause, 9) })
  }
  // Not made where nobody sees it.
  if (hooks.onResponse)
    notify(run, 'onResponse', {
      status: response.status,
      duration: Date.now() - began,
      requestId: printable(headerOf(response, 'X-Request-Id')) || null,
    })
  return answerOf(run, response, documented, content)
}

/** The same error with what it says alone: fetch hangs whole answers on some of its errors, and one may hold a secret. Causes may go round in a circle: so many are kept. */
function withoutDetails(thrown: unknown, depth: number): unknown {
  // Not `instanceof`: a test runner gives each file an `Error` of its own.
  const { name, message, code, cause } = Object(thrown)
  return message === undefined
    ? message
    : Object.assign(
        new Error(printable(`${message}`), { cause: withoutDetails(depth && cause, depth - 1) }),
        { name },
        code && { code },
      )
}
