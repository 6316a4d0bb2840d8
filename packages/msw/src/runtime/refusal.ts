/** Says where a handler is made what a call would fail with later, or silently ignore. */
export function refusal(what: string, given: unknown, expected: string): TypeError {
  return new TypeError(`${what} is ${shown(given)}. Expected ${expected}.`)
}

function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null)
    return `of the type ${Object(value).constructor?.name ?? 'object'}`
  return typeof value === 'function' ? 'a function' : typeof value === 'string' ? `"${value}"` : String(value)
}

/** An object with members alone, also one of another realm: a `Map` or a promise has none, and would be taken for an empty one. */
export function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** Refuses options with a name that is not known: a misspelt one would be ignored, and the mock would answer more calls than it is meant to. */
export function refuseUnknown(
  call: string,
  options: unknown,
  names: readonly string[],
  example: string,
): void {
  const expected = `an object with ${names.join(', ')}, such as ${example}`
  if (!isPlain(options)) throw refusal(`the options of ${call}`, options, expected)
  const unknown = Object.entries(options).find(
    ([name, value]) => value !== undefined && !names.includes(name),
  )
  if (unknown) throw new TypeError(`${call} has no option "${unknown[0]}". Expected ${expected}.`)
}
