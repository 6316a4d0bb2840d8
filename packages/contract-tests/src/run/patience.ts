import type { OperationDescription } from '../document/operation.ts'
import { operations } from '../generated/operations.ts'
import type { SentRequest } from '../http/exchange.ts'
import { createPatientTransport } from '../http/patient-transport.ts'
import { createRetryingTransport, type RetryingTransport } from '../http/retrying-transport.ts'
import type { Transport } from '../http/transport.ts'

/** A gateway may limit the rate of calls. Where the document has 429 for an operation, its checks look at that. */
export function patient(transport: Transport, signal?: AbortSignal): Transport {
  return createPatientTransport(transport, { knowsLimit: (operation) => describes(operation, 429), signal })
}

/** A connection or a server behind a gateway may fail for a moment. What may be sent twice is then sent again. */
export function retry(transport: Transport, signal?: AbortSignal): RetryingTransport {
  return createRetryingTransport(transport, { isIdempotent, describes, signal })
}

/** RFC 9110, section 9.2.1 */
const safeMethods = ['GET', 'HEAD', 'OPTIONS']

const descriptions = new Map<string, OperationDescription>(Object.entries(operations))

function isIdempotent(id: string, { method }: SentRequest): boolean {
  const operation = descriptions.get(id)
  return safeMethods.includes(method) || (operation?.idempotent === true && operation.method === method)
}

function describes(id: string, status: number): boolean {
  return descriptions.get(id)?.statuses.includes(String(status)) ?? false
}
