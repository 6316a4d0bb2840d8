// The rules read documents that may be wrong in any way, so they take `unknown` and narrow it here.

/** Whether a value is an object with named members, not an array. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value where it is an object, else an empty one. */
export const recordOf = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {})

/** The value where it is an array, else an empty one. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** The texts of an array, and nothing for what is none. */
export const textsOf = (value: unknown): string[] => listOf(value).filter((item) => typeof item === 'string')

/** A member of an object, and undefined where there is no object or no such member. */
export const memberOf = (value: unknown, ...path: string[]): unknown =>
  path.reduce((node: unknown, name) => recordOf(node)[name], value)
