import type { Database } from '../database/schema.ts'
import { soon } from '../timers.ts'

/** Answers several questions to one database. What it does not answer has no answer. */
type AskAll<Key, Value> = (database: Database, keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>

/**
 * Answers questions together: those that come while an answer is under way wait for its end, and are then asked at once. Nobody
 * gets an answer that was begun before the question came.
 */
export function together<Key, Value>(ask: AskAll<Key, Value>) {
  const askers = new WeakMap<Database, (key: Key) => Promise<Value | undefined>>()
  return (database: Database, key: Key): Promise<Value | undefined> => {
    const asker = askers.get(database) ?? oneAfterTheOther((keys: readonly Key[]) => ask(database, keys))
    askers.set(database, asker)
    return asker(key)
  }
}

/** The same for a single question, which is asked once for all who have the same at a time. Do not change the answer. */
export function shared<Values extends object, Value>(
  ask: (database: Database, values: Values) => Promise<Value>,
): (database: Database, values: Values) => Promise<Value | undefined> {
  const askAll = together(async (database, keys: readonly string[]) => {
    const answers = new Map<string, Value>()
    const keep = (key: string) => (answer: Value) => answers.set(key, answer)
    await Promise.all(keys.map((key) => ask(database, JSON.parse(key)).then(keep(key))))
    return answers
  })
  return (database, values) => askAll(database, JSON.stringify(values))
}

function oneAfterTheOther<Key, Value>(
  ask: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value | undefined> {
  let underWay: Promise<unknown> = Promise.resolve()
  let next: { readonly keys: Set<Key>; readonly answers: Promise<ReadonlyMap<Key, Value>> } | undefined

  function begin() {
    const keys = new Set<Key>()
    const answers = underWay.then(soon).then(() => {
      next = undefined
      return ask([...keys])
    })
    underWay = answers.catch(() => undefined)
    return { keys, answers }
  }

  return async (key) => {
    next ??= begin()
    next.keys.add(key)
    return (await next.answers).get(key)
  }
}
