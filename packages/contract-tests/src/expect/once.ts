import { expectRefused } from './compare.ts'
import { each, type ObservedExchange, stop } from './observation.ts'

/** Makes concurrent calls. One may succeed, and the others must be refused with this status. */
export async function expectOneOf(
  calls: readonly (() => Promise<ObservedExchange>)[],
  refused: string,
): Promise<void> {
  const exchanges = await Promise.all(calls.map((call) => call()))
  const succeeded = exchanges.filter(({ response }) => response.status < 300)
  const shown = succeeded[1] ?? exchanges[0]
  if (shown && succeeded.length !== 1)
    stop(shown, {
      observation: 'successes of identical concurrent calls',
      expected: '1',
      actual: succeeded.length === 0 ? 'none' : 'several',
    })
  await each(
    exchanges.filter((exchange) => !succeeded.includes(exchange)),
    (exchange) => expectRefused(exchange, refused),
  )
}
