/**
 * Answers questions together: those that come while an answer is under way wait for its end, and are then asked at once. Nobody
 * gets an answer that was begun before the question came.
 *
 * @param ask - Answers several. What it does not answer has no answer.
 */
export function together<Key, Value>(
  ask: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value | undefined> {
  let underWay: Promise<unknown> = Promise.resolve()
  let next: { readonly keys: Set<Key>; readonly answers: Promise<ReadonlyMap<Key, Value>> } | undefined

  function begin() {
    const keys = new Set<Key>()
    const answers = underWay.then(() => {
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
