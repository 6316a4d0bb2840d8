import { type Attempt, RefusedError, UserApiError } from '../errors/index.ts'
import { readAnswer } from './answer.ts'
import { type Client, transport } from './client.ts'
import { beginExchange } from './exchange.ts'
import type { OperationFacts, ParameterLocation } from './facts.ts'
import { serializePath } from './path.ts'
import { attemptOf } from './send.ts'

/** What one call may set. */
export interface CallOptions {
  /**
   * Ends the call when it fires. The call then rejects with an `AbortedError`. Default: none, the call waits as long as `fetch` does.
   *
   * @example
   * AbortSignal.timeout(5_000)
   */
  readonly signal?: AbortSignal | undefined
  /**
   * Further request headers, to trace a call for instance. In `bearer` mode `Authorization` is always the token's.
   *
   * @example
   * { 'X-Request-Id': 'd3adb33f' }
   */
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** What a caller gives, by name. */
export type Members = Readonly<Record<string, unknown>>

/** Calls an operation: openapi-fetch makes and sends the request, the answer is read as the document says. */
export async function call(
  client: Client,
  facts: OperationFacts,
  input: Members = {},
  options: CallOptions = {},
): Promise<unknown> {
  const params = paramsOf(facts, input)
  const exchange = beginExchange(params)
  const planned = { operation: facts.id, method: facts.method.toUpperCase(), url: facts.path }
  const { request, send } = client[transport]
  const init = {
    params,
    body: input['body'],
    signal: options.signal,
    parseAs: 'stream',
    headers: { ...facts.rare.headers, ...options.headers },
    ...facts.rare.init,
    pathSerializer: (template: string, values: Members) => serializePath(template, values, planned),
    fetch: (sent: Request) => {
      exchange.request = sent
      return send(sent, facts)
    },
  }
  const { response } = await request(facts.method, facts.path, init).catch((error: unknown) => {
    throw error instanceof UserApiError || exchange.request ? error : unbuildable(planned)
  })
  const attempt = exchange.request ? attemptOf(exchange.request, facts.id) : planned
  // Where middleware answered instead of the server, there is only what openapi-fetch returns.
  return readAnswer(facts, attempt, exchange.response ?? response, options.signal)
}

/** Sorts the members of the input to where they go. What is no parameter goes nowhere. */
function paramsOf({ parameters }: OperationFacts, input: Members) {
  const params: Record<ParameterLocation, Record<string, unknown>> = { path: {}, query: {}, header: {} }
  for (const [argument, place] of Object.entries(parameters)) {
    const [location, name] = typeof place === 'string' ? [place, argument] : place
    params[location][name] = input[argument]
  }
  return params
}

/** Without a cause: what `Headers` and `Request` throw quotes the value, which may be a secret. */
function unbuildable(attempt: Attempt<string>): RefusedError<string> {
  return new RefusedError('request', 'headers and a body that can be sent', attempt)
}
