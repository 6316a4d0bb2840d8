import { differ, type ObservedExchange } from './observation.ts'

/** How many tokens are looked at. */
const enough = 6

/** A token of the contract's length repeats this much of another by chance less than once in 10^12 runs. */
const longestShared = 10

/** Tokens that a call makes do not repeat, and share no long run of characters. The body of each response is one. */
export async function expectRandomTokens(make: () => Promise<ObservedExchange>): Promise<void> {
  const made: ObservedExchange[] = []
  for (let count = 0; count < enough; count += 1) made.push(await make())
  const found = made.flatMap((exchange, place) => {
    const earlier = made.slice(0, place).map(({ response }) => response.text)
    const actual = describeLikeness(exchange.response.text, earlier)
    return actual === undefined ? [] : [{ exchange, actual }]
  })
  const [first] = found
  if (!first) return
  const { exchange, actual } = first
  differ(exchange, { observation: 'tokens made one after the other', expected: 'nothing in common', actual })
}

function describeLikeness(token: string, others: readonly string[]): string | undefined {
  if (others.includes(token)) return 'a token is repeated'
  const runs = Array.from({ length: Math.max(0, token.length - longestShared + 1) }, (_, start) =>
    token.slice(start, start + longestShared),
  )
  const isShared = others.some((other) => runs.some((run) => other.includes(run)))
  return isShared ? 'a long run of characters is shared' : undefined
}
