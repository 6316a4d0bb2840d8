import { SetupProblem } from '../errors.ts'
import type { Exchange } from './exchange.ts'
import { pause, type Wait } from './pause.ts'
import { secondsToWait } from './retry-after.ts'
import type { Transport } from './transport.ts'

/** How long a caller bears with a server that limits how often it is called. */
interface Patience {
  /** Whether 429 is a response of the operation itself, which its checks look at, unless it asks to wait for a moment alone. */
  readonly knowsLimit: (operation: string) => boolean
  readonly wait?: Wait
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined
}

/** The longest that is waited for one call, in seconds, and how often. */
const longest = 60
/** In seconds: the limit of an operation itself lasts longer than this. */
const longestOfGateway = 5
const mostTries = 10

/**
 * A caller that does as `Retry-After` says (RFC 9110, section 10.2.3) where a gateway in front of a server limits the rate
 * of calls: that is not a response of the contract. While one call waits, no other is sent. Throws a `SetupProblem` where
 * waiting does not help.
 */
export function createPatientTransport(transport: Transport, patience: Patience): Transport {
  const { knowsLimit, wait = pause, signal } = patience
  let waiting: Promise<void> | undefined

  async function untilOpen(): Promise<void> {
    for (let seen: Promise<void> | undefined; seen !== waiting; ) {
      seen = waiting
      await seen
    }
  }

  return {
    async send(operation, request) {
      let waited = 0
      for (let tries = 1; ; tries += 1) {
        await untilOpen()
        const exchange = await transport.send(operation, request)
        const seconds = secondsOfLimit(exchange)
        if (seconds === undefined) return exchange
        const isEnough = tries === mostTries || waited + seconds > longest
        if (knowsLimit(operation) && (isEnough || seconds > longestOfGateway)) return exchange
        if (isEnough) refuse(exchange, waited, seconds)
        waiting = wait(seconds * 1000, signal)
        await waiting
        waited += seconds
      }
    },
  }
}

/** Nothing where no limit is told: a 429 without a valid `Retry-After` is a response like any other. */
function secondsOfLimit({ response: { status, headers } }: Exchange): number | undefined {
  return status === 429 ? secondsToWait(headers) : undefined
}

function refuse({ request }: Exchange, waited: number, seconds: number): never {
  throw new SetupProblem(
    `The server limits the rate of calls: ${request.method} ${request.url} returned 429 with Retry-After ${Math.ceil(seconds)}, after ${Math.ceil(waited)} s of waiting. Raise the limit for this run, or lower --concurrency.`,
  )
}
