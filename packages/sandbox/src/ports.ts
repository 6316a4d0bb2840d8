/** What the application takes from its surroundings, so that a test can hand in its own. */

/** The current time. */
export type Clock = () => Date

/** Cryptographically strong random bytes. */
export type Random = (length: number) => Uint8Array<ArrayBuffer>

/** One answered request. It never holds a secret: no body, no header, no query. */
export interface LogEntry {
  readonly time: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly durationMs: number
}

/** Receives an entry for each answered request. */
export type Log = (entry: LogEntry) => void
