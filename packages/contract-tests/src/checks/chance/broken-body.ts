import fc, { type Arbitrary } from 'fast-check'
import { anyCharacter } from '../../document/any-character.ts'
import type { Conformance } from '../../document/conformance.ts'
import type { Schema, Schemas } from '../../document/operation.ts'
import { membersOf, requiredOf, resolveSchema, typesOf, valuesOf } from '../../document/values-of.ts'
import { type BodyChange, instead, replacing, without } from '../change.ts'

/** What tells right values from wrong ones. */
interface Judge {
  readonly schemas: Schemas
  readonly conformance: Conformance
}

/** Changes that break a schema in one place, each made up by chance. */
export function brokenBody(judge: Judge, schema: Schema): Arbitrary<BodyChange> {
  const target = resolveSchema(judge.schemas, schema)
  const members = Object.entries(membersOf(target))
  return fc.oneof(
    ...requiredOf(target).map((name) => fc.constant(without(name))),
    ...members.map(([name, member]) => brokenValue(judge, member).map((value) => replacing(name, value))),
    wrong(judge, schema, ofOtherType(typesOf(target))).map(instead),
  )
}

/** Values that a schema does not allow: of another type, outside a limit, or no text. */
export function brokenValue(judge: Judge, schema: Schema): Arbitrary<unknown> {
  const target = resolveSchema(judge.schemas, schema)
  const types = typesOf(target)
  const isText = types.includes('string')
  const isNumber = types.includes('integer') || types.includes('number')
  return fc.oneof(
    wrong(judge, schema, ofOtherType(types)),
    ...(isText ? [notText(judge, schema), ...wrongTexts(judge, schema, target)] : []),
    ...(isNumber && hasLimits(target) ? [wrong(judge, schema, fc.integer())] : []),
  )
}

/** JSON of any type but these, empty ones included. */
function ofOtherType(types: readonly string[]): Arbitrary<unknown> {
  const isNumeric = types.includes('integer') || types.includes('number')
  const byType: Readonly<Record<string, Arbitrary<unknown>>> = {
    string: fc.string({ unit: 'grapheme-ascii', maxLength: 10 }),
    boolean: fc.boolean(),
    null: fc.constant(null),
    array: fc.array(fc.oneof(fc.integer(), fc.constant('text'), fc.constant(null)), { maxLength: 3 }),
    object: fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.integer(), { maxKeys: 2 }),
  }
  const others = Object.entries(byType).filter(([type]) => !types.includes(type))
  const numbers = isNumeric ? [] : [fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })]
  return fc.oneof(...others.map(([, values]) => values), ...numbers)
}

/** A right text with a NUL or half a surrogate pair in it: JSON can write both, and no text is either. */
function notText({ schemas }: Judge, schema: Schema): Arbitrary<string> {
  const text = valuesOf(schemas, schema).filter((value) => typeof value === 'string')
  return fc
    .tuple(text, fc.constantFrom('\u0000', '\ud800', '\udfff'), fc.nat({ max: 20 }))
    .map(([value, odd, place]) => insertAt(Array.from(String(value)), odd, place))
}

function insertAt(characters: readonly string[], odd: string, place: number): string {
  const at = Math.min(place, characters.length - 1)
  return at < 0 ? odd : [...characters.slice(0, at), odd, ...characters.slice(at + 1)].join('')
}

function wrongTexts(judge: Judge, schema: Schema, target: Schema): Arbitrary<unknown>[] {
  const { maxLength, format, pattern } = target
  const tooLong = typeof maxLength === 'number' ? [textOfAtLeast(maxLength + 1)] : []
  const formless = typeof format === 'string' ? [fc.string({ unit: formlessUnit(format) })] : []
  const unmatched = typeof pattern === 'string' ? [fc.string({ unit: anyCharacter, maxLength: 20 })] : []
  return [...tooLong, ...formless, ...unmatched].map((texts) => wrong(judge, schema, texts))
}

/** Characters without which nothing has the format, in any reading of it. */
function formlessUnit(format: string): Arbitrary<string> {
  const needed = format === 'email' ? '@' : /\d/
  return fc
    .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 })
    .filter((character) => (typeof needed === 'string' ? character !== needed : !needed.test(character)))
}

function textOfAtLeast(length: number): Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom('x', 'ü', '😀', ' '), minLength: length, maxLength: length + 20 })
}

function hasLimits(schema: Schema): boolean {
  return ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].some((keyword) => keyword in schema)
}

function wrong({ conformance }: Judge, schema: Schema, values: Arbitrary<unknown>): Arbitrary<unknown> {
  return values.filter((value) => conformance(schema, value).length > 0)
}
