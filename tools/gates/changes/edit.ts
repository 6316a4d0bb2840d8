/** A part of a document, as JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json }

/** A change of one place. Without a value, the place is removed; `-` at the end of a pointer adds to a list. */
export interface Edit {
  readonly at: string
  readonly value?: Json
}

/** The document with the edits. The original stays as it is. */
export function edited(document: Json, edits: readonly Edit[]): Json {
  return edits.reduce((before, { at, value }) => change(before, stepsOf(at), value, at), document)
}

function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function change(
  part: Json,
  [step, ...rest]: readonly string[],
  value: Json | undefined,
  pointer: string,
): Json {
  if (step === undefined) throw new Error(`The pointer ${pointer} names no place.`)
  if (Array.isArray(part)) return changeItem(part, step, rest, value, pointer)
  if (typeof part !== 'object' || part === null) throw new Error(`${pointer}: there is nothing at "${step}".`)
  const members = part as Readonly<Record<string, Json>>
  if (rest.length === 0) {
    const { [step]: before, ...others } = members
    if (value === undefined && before === undefined) throw new Error(`${pointer} is not there.`)
    return value === undefined ? others : { ...members, [step]: value }
  }
  return { ...members, [step]: change(members[step] ?? null, rest, value, pointer) }
}

function changeItem(
  items: readonly Json[],
  step: string,
  rest: readonly string[],
  value: Json | undefined,
  pointer: string,
): Json {
  if (step === '-' && value !== undefined) return [...items, value]
  const index = Number(step)
  if (!(index in items)) throw new Error(`${pointer}: there is no item ${step}.`)
  if (rest.length > 0)
    return items.map((item, place) => (place === index ? change(item, rest, value, pointer) : item))
  return items.flatMap((item, place) => (place !== index ? [item] : value === undefined ? [] : [value]))
}
