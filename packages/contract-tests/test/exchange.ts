import { type Observation, type ObservedExchange, Stopped } from '../src/expect/observation.ts'

/** An exchange that keeps what is observed in it. */
export interface WatchedExchange extends ObservedExchange {
  readonly observations: readonly Observation[]
}

/** An exchange with this response, for tests of what is expected of one. */
export function exchangeWith(
  response: ResponseInit & { body?: string },
  method = 'POST',
): Promise<WatchedExchange> {
  const { body = null, ...init } = response
  return read(new Response(body, init), method)
}

async function read(response: Response, method: string): Promise<WatchedExchange> {
  const observations: Observation[] = []
  return {
    operation: 'createToken',
    request: { method, url: 'http://localhost:8000/api/users/tokens/create', headers: {}, body: '{}' },
    response: { status: response.status, headers: response.headers, text: await response.text() },
    observe: (observation) => void observations.push(observation),
    observations,
  }
}

/** What an expectation records of an exchange, one line each; `stopped` at the end where it ends the check. */
export function differencesIn<Watched extends WatchedExchange>(
  exchange: Watched,
  expectation: (exchange: Watched) => unknown,
): readonly string[] {
  try {
    expectation(exchange)
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    return [...describeObserved(exchange), 'stopped']
  }
  return describeObserved(exchange)
}

/** What was observed in an exchange, one line each: `status: expected 403, got 201`. */
export function describeObserved({ observations }: WatchedExchange): readonly string[] {
  return observations.map(
    ({ observation, expected, actual }) => `${observation}: expected ${expected}, got ${actual}`,
  )
}

/** An observation of `createUser` that returned 200 instead of 201, or what is said instead. */
export function observationWith(parts: Partial<Observation> = {}): Observation {
  const operation = parts.operation ?? 'createUser'
  return {
    operation,
    shownBy: operation,
    rule: undefined,
    observation: 'status',
    expected: '201',
    actual: '200',
    pointers: [],
    request: { method: 'POST', url: `http://localhost:8000/api/${operation}`, headers: {}, body: '{}' },
    exchange: undefined,
    ...parts,
  }
}
