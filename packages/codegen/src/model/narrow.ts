import { DocumentError } from './errors.ts'

/** A part of an Arazzo document with the place where it stands, for messages. */
export interface Place {
  readonly at: string
  readonly value: unknown
}

type Members = Readonly<Record<string, unknown>>

export function members({ at, value }: Place): Members {
  if (isMembers(value)) return value
  throw new DocumentError(
    at,
    `expected an object, such as { operationId: login }, and got ${JSON.stringify(value)}.`,
  )
}

export function text({ at, value }: Place): string {
  if (typeof value === 'string') return value
  throw new DocumentError(at, `expected a text, such as "login", and got ${JSON.stringify(value)}.`)
}

/** Each item with its place; a list that is absent is empty. */
export function items({ at, value = [] }: Place): readonly Place[] {
  if (Array.isArray(value))
    return value.map((item: unknown, index) => ({ at: `${at}/${index}`, value: item }))
  throw new DocumentError(at, `expected a list, and got ${JSON.stringify(value)}.`)
}

/** Each member with its name and place; an object that is absent has none. */
export function entries({ at, value = {} }: Place): readonly (Place & { readonly name: string })[] {
  return Object.entries(members({ at, value })).map(([name, member]) => ({
    name,
    at: `${at}/${name}`,
    value: member,
  }))
}

export function member(place: Place, name: string): Place {
  return { at: `${place.at}/${name}`, value: members(place)[name] }
}

/** A text that may be left out. */
export function optionalText(place: Place, name: string): string {
  const found = member(place, name)
  return found.value === undefined ? '' : text(found)
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
