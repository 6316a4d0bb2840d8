import type { Connection, Settings } from './connection.ts'
import type { OperationFacts } from './facts.ts'
import type { CallEvent } from './hooks.ts'

/** A call that is under way. */
export interface Run extends OperationFacts, Settings, Connection {
  readonly began: number
  /** What errors and hooks say of the attempt that is made now. */
  event: CallEvent & { url: string; attempt: number }
  /** The token of the last attempt. */
  token?: string | undefined
}
