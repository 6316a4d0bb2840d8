import type { IncomingMessage, ServerResponse } from 'node:http'
import type { OperationId } from './operations.ts'
import type { Policy } from './policy.ts'
import type { Reply } from './reply.ts'

/** What is known of a request when its path has been looked up. */
export interface Asked {
  readonly method: string
  /** Below the base path, as it was sent. */
  readonly path: string
  /** Undefined where no operation has this path and method. */
  readonly operation: OperationId | undefined
}

/** A change to the correct server, at one of the places where implementations go wrong. */
export interface Change {
  /** Decisions that are made otherwise. Called once per server, so that a change may have a memory. */
  readonly policy?: () => Partial<Policy>
  /** Answers before anybody else, or leaves it to the others with undefined. */
  readonly before?: (asked: Asked, request: IncomingMessage) => Reply | undefined
  /** Answers otherwise than the correct server, which has done its work. */
  readonly after?: (reply: Reply, asked: Asked) => Reply
  /** Writes the response in a way of its own; false where it leaves it to the correct server. */
  readonly write?: (reply: Reply, response: ServerResponse, asked: Asked) => boolean
}
