import { appendFileSync, existsSync, readFileSync } from 'node:fs'

/** What is kept of each order: the order as JSON, and what a worker has answered. */
interface Entry {
  readonly order: string
  readonly answer: unknown
}

/** The answers of a bench so far, in a file, so that one that was interrupted goes on where it stood. */
export interface Journal {
  /** Takes the answer to an order from the file; undefined where it has none. */
  find(order: unknown): unknown
  /** Adds an answer to the file at once. */
  keep(order: unknown, answer: unknown): void
}

/** Keeps nothing. */
export const noJournal: Journal = { find: () => undefined, keep: () => {} }

/**
 * Opens a file with one line of JSON for each answer, or begins it. The last answer to an order counts; `isStale` names
 * answers that are to be asked for again.
 */
export function openJournal(file: string, isStale: (answer: unknown) => boolean = () => false): Journal {
  const answers = new Map(
    readEntries(file)
      .filter(({ answer }) => !isStale(answer))
      .map(({ order, answer }) => [order, answer]),
  )
  return {
    find: (order) => answers.get(JSON.stringify(order)),
    keep(order, answer) {
      const entry: Entry = { order: JSON.stringify(order), answer }
      answers.set(entry.order, answer)
      appendFileSync(file, `${JSON.stringify(entry)}\n`)
    },
  }
}

/** A line that breaks off is of an answer that was being written when the bench ended. */
function readEntries(file: string): readonly Entry[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8').split('\n').flatMap(readEntry)
}

function readEntry(line: string): Entry[] {
  try {
    const entry: Entry = JSON.parse(line)
    return [entry]
  } catch {
    return []
  }
}
