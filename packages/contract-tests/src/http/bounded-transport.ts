import { SetupProblem } from '../errors.ts'
import type { Exchange } from './exchange.ts'
import type { Transport } from './transport.ts'

/** How much is done at most, whatever the server responds. */
export interface Bounds {
  readonly calls: number
  readonly milliseconds: number
}

/** Enough for every run, and an end with every server. */
export const cleanUpBounds: Bounds = { calls: 10_000, milliseconds: 10 * 60_000 }

interface BoundedOptions {
  readonly bounds?: Bounds
  /** Ends everything at once, also a call that is under way. */
  readonly signal?: AbortSignal | undefined
}

/** So many calls in a row without a response: the server is gone. */
const mostSilent = 3

/** A transport whose calls throw a `SetupProblem` once the bounds are reached, the signal came, or the server is gone. */
export function boundedTransport(
  transport: Transport,
  { bounds = cleanUpBounds, signal }: BoundedOptions = {},
): Transport {
  const endsAt = performance.now() + bounds.milliseconds
  const tooLong = `the clean-up took longer than ${describeTime(bounds.milliseconds)}`
  let calls = 0
  let silent = 0

  function reasonToEnd(): string | undefined {
    if (signal?.aborted) return stopped
    if (calls >= bounds.calls) return `the clean-up made ${bounds.calls.toLocaleString('en')} calls`
    if (performance.now() >= endsAt) return tooLong
    return silent >= mostSilent ? `the server did not respond to ${mostSilent} calls in a row` : undefined
  }

  return {
    async send(operation, request) {
      const reason = reasonToEnd()
      if (reason !== undefined) throw new SetupProblem(reason)
      calls += 1
      try {
        const exchange = await within(transport.send(operation, request), endsAt, tooLong, signal)
        silent = 0
        return exchange
      } catch (error) {
        if (!(error instanceof SetupProblem)) silent += 1
        throw error
      }
    },
  }
}

const stopped = 'the clean-up was stopped'

/** Bounds in words. */
export function describeBounds({ calls, milliseconds }: Bounds): string {
  return `${calls.toLocaleString('en')} calls and ${describeTime(milliseconds)}`
}

function describeTime(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  return seconds % 60 === 0 ? `${seconds / 60} minutes` : `${seconds} s`
}

/** Does not wait for a call after the end: a server may take its time. */
async function within(
  call: Promise<Exchange>,
  endsAt: number,
  tooLong: string,
  signal: AbortSignal | undefined,
): Promise<Exchange> {
  let end = () => {}
  const ended = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => reject(new SetupProblem(tooLong)), endsAt - performance.now())
    const stop = () => reject(new SetupProblem(stopped))
    signal?.addEventListener('abort', stop)
    if (signal?.aborted) stop()
    end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
    }
  })
  return Promise.race([call, ended]).finally(end)
}
