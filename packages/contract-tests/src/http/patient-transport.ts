import { SetupProblem } from '../errors.ts'
import type { Exchange } from './exchange.ts'
import type { Transport } from './transport.ts'

/** How long a caller bears with a server that limits how often it is called. */
interface Patience {
  /** Whether 429 is an response of the operation itself, which its checks look at. */
  readonly knowsLimit: (operation: string) => boolean
  readonly wait?: (milliseconds: number) => Promise<void>
}

/** The longest that is waited for one call, in seconds, and how often. */
const longest = 60
const mostTries = 4

/**
 * A caller that does as `Retry-After` says (RFC 9110, section 10.2.3) where a gateway in front of a server limits the rate
 * of calls: that is no response of the contract. Throws a `SetupProblem` where waiting does not help.
 */
export function createPatientTransport(
  transport: Transport,
  { knowsLimit, wait = pause }: Patience,
): Transport {
  return {
    async send(operation, request) {
      let waited = 0
      for (let tries = 1; ; tries += 1) {
        const exchange = await transport.send(operation, request)
        const seconds = knowsLimit(operation) ? undefined : secondsToWait(exchange)
        if (seconds === undefined) return exchange
        if (tries === mostTries || waited + seconds > longest) refuse(exchange, waited, seconds)
        await wait(seconds * 1000)
        waited += seconds
      }
    },
  }
}

/** Nothing where no limit is told: a 429 without `Retry-After` is an response like any other. */
function secondsToWait({ response: { status, headers } }: Exchange): number | undefined {
  const value = headers.get('retry-after')
  if (status !== 429 || value === null) return undefined
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000
  return Number.isNaN(seconds) ? undefined : Math.max(seconds, 0)
}

function refuse({ request }: Exchange, waited: number, seconds: number): never {
  throw new SetupProblem(
    `The server limits how often it is called: ${request.method} ${request.url} answered 429 with Retry-After ${Math.ceil(seconds)}, after ${Math.ceil(waited)} s of waiting. Expected a limit that leaves room for a run, or a lower --concurrency.`,
  )
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
