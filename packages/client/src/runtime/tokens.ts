import type { Auth } from './auth.ts'
import { type LimitedCall, limited } from './limit.ts'

/** How a renewal ended: with a cause if it failed. */
type Outcome = readonly [cause?: unknown]

/** A call with the token that it has sent. */
interface Authorized extends LimitedCall {
  readonly token?: string | undefined
}

/** The token of a client, as it is now. */
export interface Tokens {
  /** Gets it, or a promise of it, unchecked; absent where none is sent. */
  findToken: (() => string | Promise<string> | undefined) | undefined
  /**
   * Replaces the token that the server refused to a call; absent where there is no way to.
   *
   * @throws the 401, with the reason as its cause, where there is no other token.
   */
  renew: ((call: Authorized, refused: Error) => Promise<void>) | undefined
}

/** Milliseconds for which a renewal counts as alive, after a sign of life of the call that began it. */
const lifetime = 2000

/**
 * Keeps the token of a client. It is renewed once for all calls that the same token failed. The call that
 * began it gives signs of life: where a runtime isolates requests, a renewal is cut off with the request that began it, and nothing tells
 * those who wait. They then begin another one.
 */
export function createTokens({ token: first, refresh }: Extract<Auth, { kind: 'bearer' }>): Tokens {
  let token: typeof first | undefined = first
  let outdated: string | undefined
  let renewal: Promise<Outcome>
  let aliveUntil = 0
  const renew = async (call: Authorized, refused: Error) => {
    let outcome: Outcome | undefined
    let isMine = false
    // Another call may have been faster: its token is there already, or on its way.
    while (!outcome && (isMine || call.token !== outdated)) {
      if (!isMine && Date.now() > aliveUntil) {
        isMine = true
        renewal = (async () => {
          try {
            token = await refresh?.()
            outdated = token === call.token ? undefined : call.token
            return []
          } catch (cause) {
            return [cause]
          }
        })()
      }
      if (isMine) aliveUntil = Date.now() + lifetime
      outcome = await limited(call, lifetime / 4, () => renewal)
    }
    if (isMine) aliveUntil = 0
    if (outcome?.length) throw Object.assign(refused, { cause: outcome[0] })
  }
  return { findToken: () => (typeof token === 'function' ? token() : token), renew: refresh && renew }
}
