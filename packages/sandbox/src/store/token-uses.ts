import { sql } from 'kysely'
import type { Database } from '../database/schema.ts'
import { statement } from '../database/statement.ts'
import { later } from '../timers.ts'

/** How exactly a token knows when it was last used, in milliseconds: what is read a thousand times a second is not written as often. */
const precision = 1_000

/** How long uses are gathered before they are written together, in milliseconds. */
const patience = 100

/** Uses of tokens by the hash of each. */
type Uses = Map<string, Date>

interface Notes {
  gathered: Uses
  beingWritten: Uses
  writing: Promise<void>
  /** Takes the timer back. */
  cancel(): void
}

const notesOf = new WeakMap<Database, Notes>()

interface Use {
  readonly hash: string
  /** What the database says. */
  readonly lastUsed: Date
  readonly now: Date
}

/** Notes that a token was used, unless that has been done within a second. It is written with others, soon. */
export function noteUse(database: Database, { hash, lastUsed, now }: Use): void {
  if (Math.abs(now.getTime() - lastUsed.getTime()) < precision) return
  const notes = notesOf.get(database) ?? nothingNoted()
  notesOf.set(database, notes)
  const known = latestUse(database, hash)
  if (known && Math.abs(now.getTime() - known.getTime()) < precision) return
  if (notes.gathered.size === 0) notes.cancel = later(patience, () => void writeUses(database))
  notes.gathered.set(hash, now)
}

/** The latest use of a token that is noted and may not be written yet. None where the database knows it. */
export function latestUse(database: Database, hash: string): Date | undefined {
  const notes = notesOf.get(database)
  return notes?.gathered.get(hash) ?? notes?.beingWritten.get(hash)
}

/**
 * Writes what was noted at once. Whoever forgets all data or closes does so first. That it fails is nobody's concern: a
 * use is a note, not something that was promised to anybody.
 */
export async function writeUses(database: Database): Promise<void> {
  const notes = notesOf.get(database)
  if (!notes) return
  notes.cancel()
  const { gathered } = notes
  notes.gathered = new Map()
  if (gathered.size > 0) {
    notes.writing = notes.writing.then(async () => {
      notes.beingWritten = gathered
      const times = JSON.stringify(Object.fromEntries(gathered))
      await updateUses(database, { times }).catch(() => undefined)
      notes.beingWritten = new Map()
    })
  }
  await notes.writing
}

function nothingNoted(): Notes {
  return {
    gathered: new Map(),
    beingWritten: new Map(),
    writing: Promise.resolve(),
    cancel: () => undefined,
  }
}

// What somebody else is changing or deleting at this moment is left out, so that nobody waits for a note.
const updateUses = statement((database, { times }: { readonly times: string }) =>
  database
    .with('free', (inner) =>
      inner
        .selectFrom('token')
        .select('hash')
        .where(({ eb, ref }) =>
          eb(ref('hash'), '=', sql<string>`any(array(select jsonb_object_keys(${times}::jsonb)))`),
        )
        .orderBy('hash')
        .forNoKeyUpdate()
        .skipLocked(),
    )
    .updateTable('token')
    .set({ last_used_at: sql<Date>`(${times}::jsonb ->> token.hash)::timestamptz` })
    .where(({ eb, ref, selectFrom }) =>
      eb(ref('token.hash'), '=', sql<string>`any(array(${selectFrom('free').select('free.hash')}))`),
    ),
)
