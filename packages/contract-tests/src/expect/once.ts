import type { Exchange } from '../http/exchange.ts'
import { expectRefused } from './compare.ts'
import { fail } from './expect-response.ts'

/** Makes calls at the same moment, of which one may succeed and the others have to be refused with this status. */
export async function expectOneOf(
  calls: readonly (() => Promise<Exchange>)[],
  refused: string,
): Promise<void> {
  const exchanges = await Promise.all(calls.map((call) => call()))
  const succeeded = exchanges.filter(({ response }) => response.status < 300)
  const [first] = exchanges
  if (first && succeeded.length !== 1)
    fail(succeeded[1] ?? first, `one success of ${calls.length} equal calls at once`, `${succeeded.length}`)
  for (const exchange of exchanges) if (!succeeded.includes(exchange)) expectRefused(exchange, refused)
}
