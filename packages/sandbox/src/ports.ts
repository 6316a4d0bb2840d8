/** What the application takes from its surroundings, so that a test can hand in its own. */

/** The current time. */
export type Clock = () => Date

// A `Uint8Array<ArrayBuffer>`, in words that compilers before 5.7 know, too.
type Bytes = ReturnType<Uint8Array['slice']>

/** Cryptographically strong random bytes. */
export type Random = (length: number) => Bytes

/**
 * Whose fault a failure is: of a client that has hung up in the middle of its request (400), of a database that does not answer (503), or
 * of the sandbox itself (500).
 */
export type FailureKind = 'client-aborted' | 'database-unavailable' | 'internal'

/** One answered request. It never holds a secret: no body, no header, no query, and no value of a path's parameter. */
export interface LogEntry {
  readonly time: string
  /** The answer has it too, as `X-Request-Id`. */
  readonly id: string
  /** Left out where the request is none of the document. */
  readonly operation?: string
  /** Who may call the operation, such as `workspace-admin`. */
  readonly role?: string
  readonly method: string
  /** As the document has it, such as `/api/w/{workspace}/users/list`; otherwise as it was sent. */
  readonly path: string
  readonly status: number
  readonly durationMs: number
  /** Why the request failed, where it was not refused by a rule of the API. */
  readonly failure?: FailureKind
}

/** Receives an entry for each answered request. */
export type Log = (entry: LogEntry) => void
