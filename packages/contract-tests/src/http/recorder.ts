import type { Exchange, SentRequest } from './exchange.ts'
import { createRoleBook, type Role } from './token-book.ts'
import type { Transport } from './transport.ts'

/** A call of a run, whether it was answered or not. */
export interface RecordedCall {
  readonly operation: string
  readonly role: Role
  readonly request: SentRequest
  /** Undefined where no response came. */
  readonly exchange: Exchange | undefined
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly milliseconds: number
}

/** How often an operation answered with a status to a role. */
export interface Tally {
  readonly operation: string
  /** Upper case: HEAD, OPTIONS and methods that are refused count apart from the operation's own. */
  readonly method: string
  readonly status: number
  readonly role: Role
  readonly count: number
}

/** Sees every call of a run. */
export interface Recorder {
  /** A transport whose calls are recorded. */
  record(transport: Transport): Transport
  tallies(): readonly Tally[]
  /** The tokens that logins with an e-mail gave, ended ones included. */
  sessionsOf(email: string): readonly string[]
  /** All calls in the order in which they were made; none where calls are not kept. */
  calls(): readonly RecordedCall[]
}

/** What a recorder needs to know. */
export interface RecorderOptions {
  readonly adminEmail: string
  /** Whether to keep what was sent and came, and not only to count it. */
  readonly keepsCalls: boolean
}

/** A recorder that has seen nothing yet. */
export function createRecorder({ adminEmail, keepsCalls }: RecorderOptions): Recorder {
  const book = createRoleBook(adminEmail)
  const tallies = new Map<string, Tally>()
  const calls: RecordedCall[] = []

  function count({ operation, request: { method, url }, response: { status } }: Exchange, role: Role): void {
    // A slash at the end makes another path, which is none of the operation's.
    if (new URL(url).pathname.endsWith('/')) return
    const key = `${operation} ${method} ${status} ${role}`
    tallies.set(key, { operation, method, status, role, count: (tallies.get(key)?.count ?? 0) + 1 })
  }

  return {
    record: (transport) => ({
      async send(operation, request) {
        const sender = book.roleOf(request)
        const begun = performance.now()
        const keep = (exchange: Exchange | undefined, role: Role) => {
          const startedAt = performance.timeOrigin + begun
          const milliseconds = performance.now() - begun
          if (keepsCalls) calls.push({ operation, role, request, exchange, startedAt, milliseconds })
        }
        try {
          const exchange = await transport.send(operation, request)
          book.learn(exchange)
          // Who is refused as unknown is nobody to the server.
          const role = exchange.response.status === 401 ? 'nobody' : sender
          count(exchange, role)
          keep(exchange, role)
          return exchange
        } catch (error) {
          keep(undefined, sender)
          throw error
        }
      },
    }),
    sessionsOf: (email) => book.sessionsOf(email),
    tallies: () => [...tallies.values()],
    calls: () => [...calls].sort((one, other) => one.startedAt - other.startedAt),
  }
}
