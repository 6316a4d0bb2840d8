import type { Exchange } from '../http/exchange.ts'
import { fail } from './expect-response.ts'

/** How many tokens are looked at: by chance that many agree in a place once in 10^7 runs. */
const enough = 6

/** Tokens that a call makes have nothing in common. The body of each response is one. */
export async function expectRandomTokens(make: () => Promise<Exchange>): Promise<void> {
  const made: Exchange[] = []
  for (let count = 0; count < enough; count += 1) made.push(await make())
  const [first, ...others] = made
  if (!first) return
  const constant = Array.from(first.response.text).filter((character, place) =>
    others.every(({ response }) => response.text[place] === character),
  )
  if (constant.length === 0) return
  fail(first, 'tokens that differ in every place', `${constant.length} places that never change`)
}
