import { printable } from '../runtime/printable.ts'

/** What the document says of the shape of JSON: the part of JSON Schema that a program's types rest on. Limits are not in it. */
export interface Shape {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  /** Of members that are no `properties`. */
  readonly additionalProperties?: Shape
  readonly prefixItems?: readonly Shape[]
  /** Of items that are no `prefixItems`. */
  readonly items?: Shape
  readonly allOf?: readonly Shape[]
  readonly anyOf?: readonly Shape[]
}

/** The shapes that others refer to, by name. */
export type Shapes = Readonly<Record<string, Shape>>

/** A value, and where it stands: `body[0].email`. */
interface Place {
  readonly value: unknown
  readonly path: string
  readonly shapes: Shapes
}

type Check = (shape: Shape, place: Place) => string | undefined

/** Each looks at one keyword of JSON Schema. What a value is never gets into what they say: it may be a secret. */
const checks: readonly Check[] = [
  ({ $ref }, place) => {
    const named = $ref && place.shapes[$ref]
    return named ? problemOf(named, place) : undefined
  },
  ({ type }, { value, path }) => {
    const types = typeof type === 'string' ? [type] : type
    if (!types || types.some((name) => isOfType(name, value))) return undefined
    return `${path} is ${typeOf(value)} instead of ${types.join(' or ')}`
  },
  ({ enum: values }, { value, path }) =>
    !values || values.some((each) => isSame(each, value))
      ? undefined
      : `${path} is none of ${values.map((each) => (isObject(each) ? 'an object' : String(each))).join(', ')}`,
  ({ required = [] }, { value, path }) => {
    const missing = isObject(value) ? required.find((name) => !Object.hasOwn(value, name)) : undefined
    return missing === undefined ? undefined : `${path}.${missing} is missing`
  },
  ({ properties = {}, additionalProperties }, { value, path, shapes }) => {
    if (!isObject(value)) return undefined
    return firstOf(Object.entries(value), ([name, member]) => {
      const shape = Object.hasOwn(properties, name) ? properties[name] : additionalProperties
      // A name that the document does not have is the server's: what it comes to is printed.
      return shape && problemOf(shape, { value: member, path: `${path}.${printable(name)}`, shapes })
    })
  },
  ({ prefixItems = [], items }, { value, path, shapes }) => {
    if (!Array.isArray(value)) return undefined
    return firstOf([...value.entries()], ([index, item]) => {
      const shape = prefixItems[index] ?? items
      return shape && problemOf(shape, { value: item, path: `${path}[${index}]`, shapes })
    })
  },
  ({ allOf = [] }, place) => firstOf(allOf, (shape) => problemOf(shape, place)),
  ({ anyOf }, place) => {
    if (!anyOf || anyOf.some((shape) => problemOf(shape, place) === undefined)) return undefined
    return `${place.path} has none of its documented shapes`
  },
]

/** The first thing that is wrong with a value; `undefined` where nothing is. */
export function problemOf(shape: Shape, place: Place): string | undefined {
  return firstOf(checks, (check) => check(shape, place))
}

function firstOf<Item>(
  items: readonly Item[],
  problem: (item: Item) => string | undefined,
): string | undefined {
  for (const item of items) {
    const found = problem(item)
    if (found !== undefined) return found
  }
  return undefined
}

/** As JSON: the order of members does not count. */
function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]))
  if (!isObject(one) || !isObject(other)) return one === other
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name]))
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeOf(value) === 'object'
}

function isOfType(name: string, value: unknown): boolean {
  return name === 'integer' ? Number.isInteger(value) : typeOf(value) === name
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
