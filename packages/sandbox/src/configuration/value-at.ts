import type { ValuePath } from './problem.ts'

/** What a path leads to, if anything. */
export function valueAt(value: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>((part, step) => membersOf(part)[step], value)
}

/** The own members of an object, by name; none of anything else. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return {}
  // Without a prototype, so that `constructor` is no member of it.
  return Object.assign(Object.create(null), value)
}
