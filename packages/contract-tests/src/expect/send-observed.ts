import type { SentRequest } from '../http/exchange.ts'
import { NoResponse } from '../http/no-response.ts'
import type { Transport } from '../http/transport.ts'
import { type Observe, type ObservedExchange, Stopped } from './observation.ts'

interface Sending {
  readonly operation: string
  readonly request: SentRequest
  readonly observe: Observe
}

/** Sends a request within a check. That no response comes differs from the contract, and ends the check. */
export async function sendObserved(
  transport: Transport,
  { operation, request, observe }: Sending,
): Promise<ObservedExchange> {
  try {
    return { ...(await transport.send(operation, request)), observe }
  } catch (error) {
    if (!(error instanceof NoResponse)) throw error
    observe({
      operation,
      shownBy: operation,
      rule: 'valid-call',
      observation: 'connection',
      expected: 'a response',
      actual: error.actual,
      pointers: [],
      request,
      exchange: undefined,
    })
    throw new Stopped('No response came.')
  }
}
