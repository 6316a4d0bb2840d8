import { isMembers } from '@windmill-user-api/codegen'

/** An object of a document, before anything is known of it. */
export type Members = Readonly<Record<string, unknown>>

/** The steps of a JSON Pointer in a URI fragment (RFC 6901, section 6): `#/paths/~1users/get`. */
export function parsePointer(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => decoded(step).replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** What is no URI is read as it is written. */
function decoded(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}

export function memberAt(value: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>(
    (target, step) => (isMembers(target) || Array.isArray(target) ? Object(target)[step] : undefined),
    value,
  )
}

/** The object without one of its parts, and without what that leaves empty. A part of a reference is taken out where the reference stands. */
export function withoutMember(root: unknown, steps: readonly string[]): unknown {
  const without = (value: unknown, [step, ...rest]: readonly string[]): unknown => {
    if (step === undefined || !isMembers(value)) return undefined
    const { [step]: part, ...others } = resolved(root, value)
    const kept = without(part, rest)
    const isEmpty = kept === undefined || (isMembers(kept) && !Object.keys(kept).some(isContent))
    return isEmpty ? others : replaced(resolved(root, value), step, kept)
  }
  return without(root, steps)
}

/** A path item without operations may still have a text, parameters and servers. */
function isContent(key: string): boolean {
  return !['summary', 'description', 'parameters', 'servers'].includes(key)
}

function resolved(root: unknown, value: Members): Members {
  const { $ref, ...beside } = value
  if (typeof $ref !== 'string') return value
  const target = memberAt(root, parsePointer($ref))
  return isMembers(target) ? { ...resolved(root, target), ...beside } : value
}

/** In the order in which the members stood. */
function replaced(value: Members, name: string, member: unknown): Members {
  return Object.fromEntries(Object.entries(value).map(([key, old]) => [key, key === name ? member : old]))
}
