/**
 * What was given, by name: null and undefined are as good as nothing. Takes an object, pairs, or what iterates over pairs, such as
 * `Headers`.
 */
export function given(some: unknown): Record<string, unknown> {
  if (!some) return {}
  const all = Object(some)
  const pairs: [string, unknown][] = Symbol.iterator in all ? [...all] : Object.entries(all)
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined && value !== null))
}
