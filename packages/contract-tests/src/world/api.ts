import { Mismatch } from '../errors.ts'
import { type Inputs, type OperationId, operations } from '../generated/operations.ts'
import { securitySchemes } from '../generated/security-schemes.ts'
import { buildRequest } from '../http/build-request.ts'
import type { Caller } from '../http/caller.ts'
import type { Exchange } from '../http/exchange.ts'
import type { RequestInput } from '../suite/operation.ts'

/** The calls that set a stage. */
export interface Api {
  /** Calls and takes any answer. Without a token the call carries no credentials. */
  call<Id extends OperationId>(id: Id, input: Inputs[Id], token?: string): Promise<Exchange>
  /** Calls and needs success: any other answer is a violation of the rule `stage` by the operation that gave it. */
  succeed<Id extends OperationId>(id: Id, input: Inputs[Id], token?: string): Promise<Exchange>
  /** Sends what no well-formed call would be: `path` is what follows the base URL, percent-encoded already. */
  request(id: OperationId, request: WireRequest): Promise<Exchange>
  /** Gets a page to which an operation has led. */
  visit(from: OperationId, url: string): Promise<Exchange>
}

/** A request as it goes out. */
export interface WireRequest {
  readonly path: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** The API of the server at `baseUrl`, for use as a tool. It takes any 2xx: other rules judge which one is right. */
export function createApi(caller: Caller, baseUrl: string): Api {
  async function call(id: OperationId, input: RequestInput, token?: string): Promise<Exchange> {
    const credentials = token === undefined ? 'none' : { by: securitySchemes.bearerAuth, token }
    return caller.send(id, buildRequest(baseUrl, { operation: operations[id], input, credentials }))
  }
  return {
    call,
    request(id, { path, method = 'GET', headers = {}, body }) {
      const url = new URL(baseUrl + path).href
      return caller.send(id, { method, url, headers, body })
    },
    visit: (from, url) => caller.send(from, { method: 'GET', url, headers: {}, body: undefined }),
    async succeed(id, input, token) {
      const exchange = await call(id, input, token)
      if (exchange.answer.status < 300) return exchange
      throw new Mismatch({
        operation: id,
        rule: 'stage',
        expected: 'success, since others depend on this call',
        came: `status ${exchange.answer.status}`,
        request: exchange.request,
        exchange,
      })
    },
  }
}
