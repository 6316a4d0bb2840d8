import { DeadlineError, TimeoutError } from '../errors/index.ts'
import type { CallOptions, RetryOptions } from './call-options.ts'
import type { Connection } from './connection.ts'
import { type OperationFacts, unsent } from './facts.ts'
import type { CallEvent } from './hooks.ts'
import type { Limit } from './limit.ts'

/** A call that is under way. */
export interface Run {
  readonly connection: Connection
  readonly facts: OperationFacts
  readonly options: CallOptions
  readonly retry: RetryOptions | false
  readonly timeout: number
  readonly began: number
  readonly deadline: number
  /** What errors and hooks say of the attempt that is made now. */
  event: CallEvent
  /** The token of the last attempt. */
  token?: string | undefined
}

/** Begins a call: the options of the call go before those of the client. */
export function begin(connection: Connection, facts: OperationFacts, options: CallOptions): Run {
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
    event: { ...unsent(facts), attempt: 1, call: {} },
  }
}

/** What is left for the next step of a call: its own time, where it has one and the deadline is not nearer. */
export function limitOf({ options, event, deadline, began }: Run, timeout = deadline): Limit<never> {
  const left = deadline - Date.now()
  const late = async () => {
    if (timeout < left) throw new TimeoutError(`no answer within ${timeout} ms`, event)
    throw new DeadlineError(`no answer within ${deadline - began} ms`, event)
  }
  return { caller: options.signal, milliseconds: Math.min(timeout, left), late }
}
