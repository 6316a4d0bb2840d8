import type { ParseAs } from 'openapi-fetch'
import { DeadlineError, TimeoutError } from '../errors/index.ts'
import type { CallOptions, RetryOptions } from './call-options.ts'
import type { Connection } from './client.ts'
import type { OperationFacts } from './facts.ts'
import type { CallEvent } from './hooks.ts'
import type { Limit } from './limit.ts'

/** What a call may set; by path also how a success is read. */
export interface RunOptions extends CallOptions {
  readonly parseAs?: ParseAs | undefined
}

/** A call that is under way. */
export interface Run {
  readonly connection: Connection
  readonly facts: OperationFacts
  readonly options: RunOptions
  readonly retry: RetryOptions | false
  readonly timeout: number
  readonly began: number
  readonly deadline: number
  /** What errors and hooks say of the attempt that is made now. */
  event: CallEvent
  /** The token of the last attempt. */
  token: string | undefined
}

/** Begins a call: the options of the call go before those of the client. */
export function begin(connection: Connection, facts: OperationFacts, options: RunOptions): Run {
  const { limits } = connection
  const began = Date.now()
  return {
    connection,
    facts,
    options,
    began,
    retry: options.retry ?? limits.retry ?? {},
    timeout: options.timeout ?? limits.timeout ?? 30_000,
    deadline: began + (options.deadline ?? limits.deadline ?? 60_000),
    event: { operation: facts.id, method: facts.method, url: facts.path, attempt: 1 },
    token: undefined,
  }
}

/** The limit of everything that is no attempt: what is left of the deadline. */
export function untilDeadline({ options, event, deadline, began }: Run): Limit {
  const late = () => new DeadlineError(`not done within ${deadline - began} ms`, event)
  return { caller: options.signal, milliseconds: deadline - Date.now(), late }
}

/** The limit of one attempt: its own, where the deadline is not nearer. */
export function forAttempt(run: Run): Limit {
  const { timeout, event } = run
  const whole = untilDeadline(run)
  if (timeout >= whole.milliseconds) return whole
  return {
    ...whole,
    milliseconds: timeout,
    late: () => new TimeoutError(`no answer within ${timeout} ms`, event),
  }
}
