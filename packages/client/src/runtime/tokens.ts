import { RefusedError } from '../errors/index.ts'
import type { Auth } from './auth.ts'
import { nothingYet } from './facts.ts'
import { limited } from './limit.ts'
import type { Run } from './run.ts'

/** How a renewal ended: with a cause if it failed. */
interface Outcome {
  readonly cause?: unknown
}

/** The token of a client, as it is now. */
export interface Tokens {
  /** Gets it, or a promise of it, unchecked. */
  readonly current: () => unknown
  /**
   * Replaces the token that the server refused to a call; absent where there is no way to.
   *
   * @throws the 401, with the reason as its cause, where there is no other token.
   */
  readonly renew: ((run: Run, refused: Error) => Promise<void>) | undefined
}

/** Characters that a header value can carry, without white space. */
const sendable = /^[\x21-\x7e]+$/

/** Milliseconds for which a renewal counts as alive, after a sign of life of the call that began it. */
const lifetime = 2000

/**
 * Keeps the token of a client; `undefined` where none is sent. It is renewed once for all calls that the same token failed. The call that
 * began it gives signs of life: where a runtime isolates requests, a renewal is cut off with the request that began it, and nothing tells
 * those who wait. They then begin another one.
 */
export function createTokens(auth: Auth): Tokens | undefined {
  if (!/^(bearer|cookie|none)$/.test(auth?.kind))
    throw new RefusedError('auth', 'kind bearer, cookie or none', nothingYet)
  if (auth.kind !== 'bearer') return undefined
  let { token, refresh } = auth
  let outdated: string | undefined
  let renewal: Promise<Outcome>
  let aliveUntil = 0
  const begin = async (refused: string | undefined): Promise<Outcome> => {
    try {
      token = (await refresh?.()) ?? ''
      outdated = token === refused ? undefined : refused
      return {}
    } catch (cause) {
      return { cause: cause ?? 'no reason' }
    }
  }
  const renew = async (run: Run, refused: Error) => {
    let outcome: Outcome | undefined
    let isMine = false
    // Another call may have been faster: its token is there already, or on its way.
    while (!outcome && (isMine || run.token !== outdated)) {
      if (!isMine && Date.now() > aliveUntil) {
        isMine = true
        renewal = begin(run.token)
      }
      if (isMine) aliveUntil = Date.now() + lifetime
      outcome = await limited(run, lifetime / 4, () => renewal)
    }
    if (isMine) aliveUntil = 0
    if (outcome?.cause) throw Object.assign(refused, outcome)
  }
  return { current: () => (typeof token === 'function' ? token() : token), renew: refresh && renew }
}

/** @throws TypeError for a token that a header cannot carry. The error of `fetch` would quote it. */
export function sendableToken(token: unknown): string {
  if (typeof token === 'string' && sendable.test(token)) return token
  throw new TypeError()
}
