import fc, { type Arbitrary } from 'fast-check'
import { anyCharacter } from './any-character.ts'
import type { Schema, Schemas } from './operation.ts'

/** Values of a schema, made up by chance: as strange as it allows. */
export function valuesOf(schemas: Schemas, schema: Schema): Arbitrary<unknown> {
  const target = resolveSchema(schemas, schema)
  const { enum: listed, oneOf, anyOf } = target
  if ('const' in target) return fc.constant(target['const'])
  if (Array.isArray(listed)) return fc.constantFrom<unknown[]>(...listed)
  const variants = isSchemas(oneOf) ? oneOf : isSchemas(anyOf) ? anyOf : undefined
  if (variants) return fc.oneof(...variants.map((variant) => valuesOf(schemas, variant)))
  return fc.oneof(...typesOf(target).map((type) => ofType(schemas, target, type)))
}

/** What a schema refers to, if it does. */
export function resolveSchema(schemas: Schemas, schema: Schema): Schema {
  const { $ref } = schema
  if (typeof $ref !== 'string') return schema
  const name = $ref.replace('#/components/schemas/', '')
  const target = schemas[name]
  if (!target) throw new Error(`No schema is called "${name}".`)
  return resolveSchema(schemas, target)
}

/** The members of a schema of objects. */
export function membersOf({ properties }: Schema): Readonly<Record<string, Schema>> {
  // The document was read by a program that knows JSON Schema: `properties` holds schemas.
  return (properties ?? {}) as Readonly<Record<string, Schema>>
}

/** The names of the members that have to be there. */
export function requiredOf({ required }: Schema): readonly string[] {
  return Array.isArray(required) ? required : []
}

/** `string`, `null`, …; a schema without a type has members, or allows all. */
export function typesOf({ type }: Schema): readonly string[] {
  if (Array.isArray(type)) return type
  return typeof type === 'string' ? [type] : ['object']
}

function ofType(schemas: Schemas, schema: Schema, type: string): Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return textOf(schema)
    case 'integer':
      return fc.integer(range(schema, { min: -(2 ** 31), max: 2 ** 31 - 1 }))
    case 'number':
      return fc.double({ ...range(schema, { min: -1e9, max: 1e9 }), noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(isSchema(schema['items']) ? valuesOf(schemas, schema['items']) : fc.constant(null), {
        minLength: numberOf(schema, 'minItems', 0),
        maxLength: numberOf(schema, 'maxItems', 5),
      })
    default:
      return objectOf(schemas, schema)
  }
}

function objectOf(schemas: Schemas, schema: Schema): Arbitrary<unknown> {
  const members = Object.entries(membersOf(schema)).map(([name, member]) => [name, valuesOf(schemas, member)])
  // fast-check's types want the names of the members, which the document has at run time.
  const record: Record<string, Arbitrary<unknown>> = Object.fromEntries(members)
  return fc.record(record, { requiredKeys: [...requiredOf(schema)] })
}

function textOf(schema: Schema): Arbitrary<string> {
  const { format, pattern } = schema
  const longest = numberOf(schema, 'maxLength', 200)
  const shortest = numberOf(schema, 'minLength', 0)
  const fits = (text: string) => Array.from(text).length <= longest && Array.from(text).length >= shortest
  if (format === 'email') return address.filter(fits)
  if (format === 'date-time') return moment
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern)).filter(fits)
  // Any character but NUL, which no text holds.
  return fc
    .string({ unit: anyCharacter, minLength: shortest, maxLength: longest })
    .filter((text) => !text.includes('\u0000'))
}

/** Addresses that every reading of RFC 5322 allows, of a length that most limits do. */
const address = fc
  .tuple(
    fc.stringMatching(/^[a-z0-9]{1,8}([._+-][A-Za-z0-9]{1,8}){0,2}$/),
    fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/),
  )
  .map(([local, domain]) => `${local}@${domain}.example.com`)

/** Moments of our time, written in any zone, with any number of fraction digits. */
const moment = fc
  .record({
    at: fc.integer({ min: Date.UTC(1970), max: Date.UTC(2999) }),
    quarters: fc.integer({ min: -48, max: 56 }),
    digits: fc.integer({ min: 0, max: 6 }),
    isZulu: fc.boolean(),
  })
  .map(({ at, quarters, digits, isZulu }) => {
    const [whole = '', fraction = '0'] = new Date(at).toISOString().slice(0, -1).split('.')
    const seconds = digits === 0 ? whole : `${whole}.${fraction.padEnd(6, '0').slice(0, digits)}`
    return `${seconds}${isZulu ? 'Z' : offset(quarters)}`
  })

function offset(quarters: number): string {
  const minutes = Math.abs(quarters) * 15
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'))
  return `${quarters < 0 ? '-' : '+'}${hour}:${minute}`
}

function range(schema: Schema, { min, max }: { readonly min: number; readonly max: number }) {
  const least = numberOf(schema, 'minimum', numberOf(schema, 'exclusiveMinimum', min - 1) + 1)
  const most = numberOf(schema, 'maximum', numberOf(schema, 'exclusiveMaximum', max + 1) - 1)
  return { min: Math.min(least, most), max: most }
}

function numberOf(schema: Schema, keyword: string, otherwise: number): number {
  const value = schema[keyword]
  return typeof value === 'number' ? value : otherwise
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null
}

function isSchemas(value: unknown): value is readonly Schema[] {
  return Array.isArray(value) && value.every(isSchema)
}
