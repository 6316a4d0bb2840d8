import { expectStatus } from '../suite/expect-answer.ts'
import type { Identity } from '../suite/stage.ts'
import { serverTime } from './server-time.ts'
import type { World } from './world.ts'

/** A token that lives for a moment, and the answer to a call with it while it did. */
export interface ExpiringToken {
  readonly token: string
  /** Resolves when it is over, by the clock of the server. */
  readonly over: () => Promise<void>
}

/** In milliseconds: a server may write no fractions, and a call takes its time. */
const shortest = 1500
const margin = 600
const attempts = 5

/**
 * Makes a token that expires soon, and sees that it works until then. On a server that answers slowly it lives longer: what
 * came too late says nothing.
 */
export async function makeExpiringToken(world: World, owner: Identity): Promise<ExpiringToken> {
  for (let attempt = 1; ; attempt += 1) {
    const life = shortest * 2 ** attempt
    const startedAt = performance.now()
    const now = await serverTime(world, owner)
    // The server said its time before this moment, so that it comes to the expiration no later than a life from here.
    const toldAt = performance.now()
    const expiration = Math.floor(now / 1000) * 1000 + life
    const body = { expiration: new Date(expiration).toISOString() }
    const created = await world.api.call('createToken', { body }, owner.token)
    const token = created.answer.text
    const early = await world.api.call('getCurrentEmail', {}, token)
    const isInTime = performance.now() - startedAt < life - 1000 - margin
    if (!isInTime && attempt < attempts) continue
    expectStatus(created, '201')
    world.secrets.add(token)
    expectStatus(early, '200')
    const waiting = life - (performance.now() - toldAt) + margin
    const over = new Promise<void>((resolve) => setTimeout(resolve, waiting))
    return { token, over: () => over }
  }
}
