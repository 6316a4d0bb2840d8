import { type PGlite, parse, protocol } from '@electric-sql/pglite'
import type { PGliteDialectConfig } from 'kysely'
import { blameDatabase } from './failure.ts'
import { isRepeated } from './repeated.ts'

/** PGlite as Kysely's dialect takes it. */
type PGliteOfKysely = Exclude<PGliteDialectConfig['pglite'], (...options: never) => unknown>

/** A statement that PostgreSQL has parsed, and has planned after a few times. */
interface Prepared {
  readonly name: string
  readonly parameterTypes: readonly number[]
  /** What its rows look like: told once, when it is prepared. */
  readonly description: readonly Message[]
}

type Message = Parameters<typeof parse.parseResults>[0][number]
type Query = PGliteOfKysely['query']

/** More than a sandbox has. Those of sandboxes that are closed go as others come. */
const statementsKept = 200

/** PostgreSQL has processes that clean up behind those who write. PGlite has none. */
const writesBeforeCleaning = 4_000

const { serialize } = protocol

/**
 * Lets PGlite parse and plan a statement once instead of each time, and answer it in one step instead of five.
 *
 * @param beforeWrite - May refuse a statement by throwing.
 * @param cleansAfter - How many statements that write are followed by a cleaning.
 */
export function preparePglite(
  pglite: PGlite,
  beforeWrite = (): void => undefined,
  cleansAfter = writesBeforeCleaning,
): PGliteOfKysely {
  const statements = new Map<string, Prepared>()
  let prepared = 0
  let written = 0

  function noteWrite(): void {
    beforeWrite()
    written += 1
    if (written % cleansAfter === 0) void clean(pglite)
  }

  async function prepare(text: string): Promise<Prepared> {
    const known = statements.get(text)
    statements.delete(text)
    const statement = known ?? (await parseStatement(pglite, text, `s${++prepared}`))
    statements.set(text, statement)
    const [oldest] = statements
    if (oldest && statements.size > statementsKept) {
      statements.delete(oldest[0])
      await send(pglite, serialize.close({ type: 'S', name: oldest[1].name }), serialize.sync())
    }
    return statement
  }

  async function execute<Row>(text: string, parameters: readonly unknown[]) {
    const { name, parameterTypes, description } = await prepare(text)
    const values = parameters.map((value, index) => serialized(pglite, value, parameterTypes[index]))
    const bind = serialize.bind({ statement: name, values })
    const messages = await send(pglite, bind, serialize.execute({}), serialize.sync())
    const [results] = parse.parseResults([...description, ...messages], pglite.parsers)
    return { fields: [], ...results, rows: (results?.rows ?? []) as Row[] } // the caller knows its statement
  }

  function preparing(otherwise: Query): Query {
    return async (text, parameters = []) => {
      try {
        if (!isRead(text)) noteWrite()
        return await (isRepeated(text, parameters) ? execute(text, parameters) : otherwise(text, parameters))
      } catch (error) {
        return blameDatabase(error)
      }
    }
  }

  return {
    query: preparing((text, parameters) => pglite.query(text, parameters)),
    transaction: async (callback) => {
      const done = await pglite
        .transaction((transaction) =>
          callback({
            query: preparing((text, parameters) => transaction.query(text, parameters)),
            rollback: () => transaction.rollback(),
          }),
        )
        .catch(blameDatabase)
      // PGlite writes to IndexedDB what a statement did, but not what a COMMIT did, before the next statement.
      await pglite.syncToFs()
      return done
    },
    close: () => pglite.close(),
    get closed() {
      return pglite.closed
    },
    get ready() {
      return pglite.ready
    },
    waitReady: pglite.waitReady,
  }
}

/** Makes room of rows that are gone, and of the log of what was written: both would grow for ever. It waits for an open transaction. */
async function clean(pglite: PGlite): Promise<void> {
  try {
    // Two messages: it may not stand in a transaction, which the statements of one message are.
    await pglite.exec('vacuum')
    await pglite.exec('checkpoint')
  } catch {
    // It has been closed meanwhile, or its disk is full: nobody has asked for this.
  }
}

/** A lock is written, too. */
function isRead(text: string): boolean {
  return text.startsWith('select ') && !/ for (?:update|key share)\b/.test(text)
}

async function parseStatement(pglite: PGlite, text: string, name: string): Promise<Prepared> {
  const described = serialize.describe({ type: 'S', name })
  const messages = await send(pglite, serialize.parse({ text, name }), described, serialize.sync())
  return {
    name,
    parameterTypes: parse.parseDescribeStatementResults(messages),
    description: messages.filter((message) => message.name === 'rowDescription'),
  }
}

/** PGlite takes one message at a time: it would mix the answers to two. */
async function send(pglite: PGlite, ...parts: readonly Uint8Array[]): Promise<Message[]> {
  const { messages } = await pglite.runExclusive(() => pglite.execProtocol(joined(...parts)))
  return messages
}

function serialized(pglite: PGlite, value: unknown, type: number | undefined): string | null {
  if (value === null || value === undefined) return null
  const serializer = type === undefined ? undefined : pglite.serializers[type]
  if (serializer) return serializer(value)
  if (Array.isArray(value)) throw new TypeError('PGlite is not told how to write arrays. Expected JSON.')
  return String(value)
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}
