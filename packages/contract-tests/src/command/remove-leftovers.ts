import { describeLeft, describeThing } from '../fixtures/thing.ts'
import { cleanUpBounds, describeBounds } from '../http/bounded-transport.ts'
import { type CleanUpOptions, cleanUp } from '../run/clean-up.ts'
import type { Terminal } from './terminal.ts'

/** Removes what earlier runs left, and gives the exit status: 0 nothing is left, 1 something is or may be. */
export async function removeLeftovers(
  options: CleanUpOptions,
  run: string | undefined,
  { out, err, signal, watch }: Pick<Terminal, 'out' | 'err' | 'signal' | 'watch'>,
): Promise<number> {
  err.write(`cleaning up ${options.baseUrl}, with at most ${describeBounds(cleanUpBounds)}\n`)
  watch?.({
    onFirst: () => 'Ending the clean-up.',
    onSecond: () => 'Ended at once. The same command goes on with the rest.',
  })
  const { removed, left, untouched, doubts } = await cleanUp({ ...options, signal }, run)
  const lines = [
    ...removed.map((thing) => `removed ${describeThing(thing)}`),
    ...left.map((thing) => `left ${describeLeft(thing)}`),
    ...untouched.map((sentence) => `not touched: ${sentence}`),
    ...doubts,
    `${removed.length} removed, ${left.length} left`,
  ]
  out.write(`${lines.join('\n')}\n`)
  return left.length === 0 && doubts.length === 0 ? 0 : 1
}
