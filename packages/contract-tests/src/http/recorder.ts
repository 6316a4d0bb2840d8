import type { Exchange, ReceivedResponse, SentRequest } from './exchange.ts'
import { type Beginning, beginningOf } from './secrets.ts'
import { type CallerRole, createRoleBook, type KnownAccount, type OnOpened } from './token-book.ts'
import type { Transport } from './transport.ts'

/** A call of a run, with or without a response, with as much of its bodies as is ever shown. */
export interface RecordedCall {
  readonly operation: string
  readonly role: CallerRole
  readonly request: Omit<SentRequest, 'body'> & { readonly body: Beginning | undefined }
  /** Undefined if there was no response. */
  readonly response: RecordedResponse | undefined
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly milliseconds: number
}

/** A response of a recorded call. */
export interface RecordedResponse {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Beginning
}

/** How often an operation returned a status to a role. */
export interface Tally {
  readonly operation: string
  /** Upper case: HEAD, OPTIONS and methods that are refused count apart from the operation's own. */
  readonly method: string
  readonly status: number
  readonly role: CallerRole
  readonly count: number
}

/** Sees every call of a run. */
export interface Recorder {
  /** A transport whose calls are recorded. */
  record(transport: Transport): Transport
  tallies(): readonly Tally[]
  /** The tokens that the run opened for accounts which it has not made, ended ones included. */
  opened(): readonly string[]
  /** All calls in the order in which they were made; none where calls are not kept. */
  calls(): readonly RecordedCall[]
}

/** What a recorder needs to know. */
export interface RecorderOptions {
  /** The accounts that the run has not made. */
  readonly given: readonly KnownAccount[]
  /** Whether to keep what was sent and received, and not only to count it. */
  readonly keepsCalls: boolean
  /** Hears of tokens that the run opens for accounts which it has not made. */
  readonly onOpened?: OnOpened
}

/** A recorder that has seen nothing yet. */
export function createRecorder({ given, keepsCalls, onOpened }: RecorderOptions): Recorder {
  const book = createRoleBook(given, onOpened)
  const tallies = new Map<string, Tally>()
  const calls: RecordedCall[] = []
  const room = createRoom()

  function count(
    { operation, request: { method, url }, response: { status } }: Exchange,
    role: CallerRole,
  ): void {
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
        const keep = (exchange: Exchange | undefined, role: CallerRole) => {
          const startedAt = performance.timeOrigin + begun
          const milliseconds = performance.now() - begun
          const messages = () => recordMessages(request, exchange?.response, room)
          if (keepsCalls) calls.push({ operation, role, ...messages(), startedAt, milliseconds })
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
    opened: () => book.opened(),
    tallies: () => [...tallies.values()],
    calls: () => [...calls].sort((one, other) => one.startedAt - other.startedAt),
  }
}

/** Takes of each text what there is room for. */
type Room = (text: string) => Beginning

/** How many characters of bodies a record holds: no more fit into one string of JSON, where each may take six. */
const mostKept = 64 * 1024 * 1024

function createRoom(): Room {
  let left = mostKept
  return (text) => {
    const beginning = beginningOf(text)
    if (beginning.text.length > left) return { text: '', omitted: text.length }
    left -= beginning.text.length
    return { ...beginning, text: copy(beginning.text) }
  }
}

/** A slice keeps the whole string in memory that it was cut from. */
function copy(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text))
}

function recordMessages(
  { method, url, headers, body }: SentRequest,
  response: ReceivedResponse | undefined,
  room: Room,
): Pick<RecordedCall, 'request' | 'response'> {
  return {
    request: { method, url, headers, body: body === undefined ? undefined : room(body) },
    response: response && {
      status: response.status,
      headers: [...response.headers].slice(0, mostHeaders),
      body: room(response.text),
    },
  }
}

/** Servers send about ten. */
const mostHeaders = 100
