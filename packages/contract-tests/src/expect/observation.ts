import type { Rule } from '../document/rule.ts'
import { ContractTestError } from '../errors.ts'
import type { Exchange, SentRequest } from '../http/exchange.ts'

/** One thing that differs from what the contract says. */
export interface Observation {
  /** The operation that differs. */
  readonly operation: string
  /** The operation whose response shows it: another one where a write is read back. */
  readonly shownBy: string
  /** The rule that is broken; undefined where it is the rule of the check. */
  readonly rule: Rule | undefined
  /** What tells it apart from others of the rule, where it is not the situation of the check: `an expired token`. */
  readonly situation?: string
  /** What was looked at: `status`, `header Allow`, `body /0/email`, `connection`, `members /0/is_admin`. */
  readonly observation: string
  /** `401` */
  readonly expected: string
  /** `200` */
  readonly actual: string
  /** Where the document says so, as a JSON pointer, the most exact one first. */
  readonly pointers: readonly string[]
  readonly request: SentRequest
  /** Undefined if there was no response. */
  readonly exchange: Exchange | undefined
  /** How often it was observed, where one observation stands for many. */
  readonly count?: number
  /** The operations that were called before: what one of them did wrong shows here, too. */
  readonly after?: readonly string[]
}

/** Hears of what differs while a check runs. */
export type Observe = (observation: Observation) => void

/** An exchange within a check, which hears of what differs in it. */
export interface ObservedExchange extends Exchange {
  readonly observe: Observe
}

/** What differs in an exchange. */
export interface Difference {
  readonly observation: string
  readonly expected: string
  readonly actual: string
  readonly rule?: Rule
  readonly situation?: string
  readonly pointers?: readonly string[]
  readonly after?: readonly string[]
}

/** What is looked at where a call ends tokens that it has to leave alone. */
export const endedByCall = {
  own: 'the token of the call',
  earlier: 'the earlier sessions of the account',
} as const

/** A check has seen enough: what follows would only show the consequences of what it has observed. */
export class Stopped extends ContractTestError {
  override readonly name = 'Stopped'
}

/** A check cannot go on, because a call that it needs did not succeed. */
export class Blocked extends ContractTestError {
  override readonly name = 'Blocked'
  /** What that call did instead. */
  readonly by: Observation

  constructor(by: Observation) {
    super(`${by.operation}: expected ${by.expected}, got ${by.actual}`)
    this.by = by
  }
}

/** Whether an error says that a call had no success: it got another response, or none. It may have done what it did not say. */
export function hasFailed(error: unknown): boolean {
  return error instanceof Blocked || error instanceof Stopped
}

/** Where no check calls, that no response comes is no reason to end: it has been observed. */
export function ignoreStop(error: unknown): undefined {
  if (!(error instanceof Stopped)) throw error
  return undefined
}

/** Records what differs in an exchange, and lets the check go on. */
export function differ(exchange: ObservedExchange, difference: Difference): void {
  exchange.observe({
    operation: exchange.operation,
    shownBy: exchange.operation,
    rule: undefined,
    pointers: [],
    request: exchange.request,
    exchange,
    ...difference,
  })
}

/** Records what differs where going on makes no sense. */
export function stop(exchange: ObservedExchange, difference: Difference): never {
  differ(exchange, difference)
  throw new Stopped('The check has seen enough.')
}

/** Hears of what differs in a situation of its own. */
export function inSituation(observe: Observe, situation: string): Observe {
  return (observation) => observe({ situation, ...observation })
}

/** The exchange, where what differs breaks another rule than that of the check: its own operation is to blame then. */
export function underRule(exchange: ObservedExchange, rule: Rule, situation: string): ObservedExchange {
  return {
    ...exchange,
    observe: (observation) => exchange.observe({ situation, ...observation, rule: observation.rule ?? rule }),
  }
}

/** Statuses by which a gateway says that the server behind it failed for a moment. */
const ofGateways: readonly string[] = ['502', '503', '504']

/** Whether a status says that the server behind a gateway failed for a moment. */
export function isOfGateway(status: string): boolean {
  return ofGateways.includes(status)
}

/** Whether something failed that may go well the next time: a connection, or a gateway. */
export function mayPass({ rule, observation, actual }: Observation): boolean {
  if (rule === 'transient') return false
  return observation === 'connection' || (observation === 'status' && isOfGateway(actual))
}

/** Whether two observations are of one failure. In which way a connection fails differs from one time to the next. */
export function isSameFailure(one: Observation, other: Observation): boolean {
  if (one.shownBy !== other.shownBy || one.observation !== other.observation) return false
  return one.observation === 'connection' || one.actual === other.actual
}

/** The same observation, once it is known to have passed: the server failed for a moment. */
export function inPassing(observation: Observation): Observation {
  const { actual, shownBy } = observation
  return {
    ...observation,
    operation: shownBy,
    rule: 'transient',
    situation: '',
    expected: 'no failure in passing',
    actual: `${actual} in passing`,
  }
}

/** Runs every case of a check, whatever differs in the ones before it. */
export async function each<Case>(
  cases: Iterable<Case>,
  run: (each: Case) => Promise<void> | void,
): Promise<void> {
  let isStopped = false
  for (const one of cases) {
    try {
      await run(one)
    } catch (error) {
      if (!(error instanceof Stopped)) throw error
      isStopped = true
    }
  }
  if (isStopped) throw new Stopped('The check has seen enough.')
}
