import { expectItem } from '../suite/compare.ts'
import type { JsonObject } from '../suite/operation.ts'
import type { Identity } from '../suite/stage.ts'
import { views } from './views.ts'
import type { World } from './world.ts'

/** What time it is for the server, whose clock may differ, in milliseconds: it writes down when a token was made. */
export async function serverTime(world: World, owner: Identity): Promise<number> {
  const token = await world.makeToken(owner)
  const listing = await views.tokens(world, owner)
  const { created_at } = expectItem(listing, { token_prefix: token.slice(0, 10) })
  return Date.parse(String(created_at))
}

const hour = 60 * 60 * 1000

/** How long a token that is listed lives, in hours, to the hundredth. */
export function hoursBetween({ created_at, expiration }: JsonObject): number {
  const life = Date.parse(String(expiration)) - Date.parse(String(created_at))
  return Math.round((life / hour) * 100) / 100
}
