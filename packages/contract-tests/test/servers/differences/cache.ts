const milliseconds = 60_000

/** A cache that is asked where there is nothing, which is what makes it a fault: what has ended lives on. */
export interface Cache<Value> {
  /** What `look` finds now, or what it found within the last minute. */
  read(key: string, look: () => Value | undefined): Value | undefined
}

/** An empty cache. */
export function createCache<Value>(): Cache<Value> {
  const seen = new Map<string, { readonly value: Value; readonly at: number }>()
  return {
    read(key, look) {
      const value = look()
      if (value !== undefined) seen.set(key, { value, at: Date.now() })
      const known = seen.get(key)
      return known && Date.now() - known.at < milliseconds ? known.value : value
    },
  }
}
