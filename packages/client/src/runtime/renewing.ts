import { RefusedError } from '../errors/index.ts'
import type { RenewedAuth, Token } from './auth.ts'
import { type LimitedCall, limited } from './limit.ts'

/** How a renewal ended: with a cause if it failed. */
type Outcome = readonly [cause?: unknown]

/** A call with the token that it has sent. */
interface Authorized extends LimitedCall {
  readonly token?: string | undefined
}

/** A token, and where the next one comes from. */
export interface RenewingOptions {
  /**
   * The token to begin with, or a function that gets it, so that one that was stored is used until the server refuses it.
   *
   * @example
   * const auth = renewing({ token: sessionStorage.getItem('token') ?? '', refresh: () => fetchToken() })
   */
  readonly token: Token
  /**
   * Gets a new token when the server answers 401, because the client cannot know where tokens come from: once per call, and once for all calls
   * that the old token failed. It must not itself make a call that needs this token.
   *
   * @example
   * const auth = renewing({ token, refresh: () => login(visitor, { body }) })
   */
  readonly refresh: () => string | Promise<string>
}

/** Milliseconds for which a renewal counts as alive, after a sign of life of the call that began it. */
const lifetime = 2000

/**
 * A token that is renewed when the server answers 401, once for all calls that the same token failed, also where several clients share what
 * this returns. Those calls are then made again, and later ones send the new token.
 *
 * @example
 * const client = createClient({ baseUrl, auth: renewing({ token, refresh: () => fetchToken() }) })
 *
 * @throws RefusedError when `refresh` is no function.
 */
export function renewing({ token: first, refresh }: RenewingOptions): RenewedAuth {
  if (typeof refresh !== 'function') throw new RefusedError('refresh', 'function')
  let token = first
  let outdated: string | undefined
  let renewal: Promise<Outcome>
  let aliveUntil = 0
  // The call that began a renewal gives signs of life: where a runtime isolates requests, a renewal is cut off with the request that began
  // it, and nothing tells those who wait. They then begin another one.
  const renew = async (call: Authorized, refused: Error): Promise<void> => {
    let outcome: Outcome | undefined
    let isMine = false
    // Another call may have been faster: its token is there already, or on its way.
    while (!outcome && (isMine || call.token !== outdated)) {
      if (!isMine && Date.now() > aliveUntil) {
        isMine = true
        renewal = (async () => {
          try {
            token = await refresh()
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
  return { kind: 'bearer', token: () => (typeof token === 'function' ? token() : token), '~renew': renew }
}
