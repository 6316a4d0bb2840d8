import { describe, expect, test } from 'vitest'
import { generators } from '../../src/generators/index.ts'
import { DocumentError, isMembers, readDocument } from '../../src/model/index.ts'
import { everyObject } from './every-object.ts'

/** One value of each type of JSON. */
const values: readonly unknown[] = [null, 'text', 5, true, ['text'], { name: 'text' }]

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'list' : typeof value
}

/** The place of each value in a document. */
function placesIn(value: unknown, place: readonly string[] = []): readonly (readonly string[])[] {
  const parts = isMembers(value) || Array.isArray(value) ? Object.entries(value) : []
  return parts.flatMap(([name, part]) => [[...place, name], ...placesIn(part, [...place, name])])
}

function valueAt(document: unknown, place: readonly string[]): unknown {
  return place.reduce<unknown>((value, step) => Object(value)[step], document)
}

function withValue(document: object, place: readonly string[], value: unknown): object {
  const copy = structuredClone(document)
  Object(valueAt(copy, place.slice(0, -1)))[place.at(-1) ?? ''] = value
  return copy
}

/** Each place of the document with each value of another type than it has. */
function withOtherTypes(document: object) {
  return placesIn(document).flatMap((place) =>
    values
      .filter((value) => typeOf(value) !== typeOf(valueAt(document, place)))
      .map((value) => ({ document: withValue(document, place, value), place: place.join(' '), value })),
  )
}

/** Where other values are right, or data of nobody who reads them here. */
const anyOtherValue =
  / (?:example|value|enum \d|parameters id|contact|externalDocs|clientCredentials|X-Size schema)(?: |$)/
/** Where a schema is, which may be `true`, and a text that may be written as a number. */
const schemas =
  / (?:schema|not|propertyNames|allOf \d|oneOf \d|anyOf \d|items|additionalProperties)$|^components schemas \w+$/
const properties = / (?:properties|patternProperties) [^ ]+$/
const variables = / region (?:default|enum \d)$/

function mayHave(place: string, value: unknown): boolean {
  if (anyOtherValue.test(place)) return true
  if (value === true && (schemas.test(place) || properties.test(place))) return true
  return (value === true || value === 5) && variables.test(place)
}

/** What is told of a document. */
function toldOf(document: object): readonly string[] {
  try {
    return readDocument(document).refusals.map(({ message }) => message)
  } catch (error) {
    if (error instanceof DocumentError) return error.message.split('\n')
    throw error
  }
}

const { webhooks: _, paths, components, ...ofBoth } = everyObject
const { pathItems: __, ...older } = components
const of30 = { ...ofBoth, openapi: '3.0.3', paths: { ...paths, '/more': undefined }, components: older }

// As JSON, in which nothing stands in two places.
describe.each([
  ['3.1', JSON.parse(JSON.stringify(everyObject))],
  ['3.0', JSON.parse(JSON.stringify(of30))],
])('a document of OpenAPI %s', (_version, document) => {
  test('is accepted as it is', () => {
    expect(toldOf(document)).toEqual([])
  })

  test('is refused with a value of another type in any place, in lines that say what is expected', () => {
    const unclear = withOtherTypes(document).flatMap((other) => {
      const told = toldOf(other.document)
      const isClear = told.every((line) => /^ *#\/\S*: .*[Ee]xpected /.test(line))
      const isRight = isClear && (told.length > 0 || mayHave(other.place, other.value))
      return isRight ? [] : [{ place: other.place, value: other.value, told }]
    })
    expect(unclear).toEqual([])
  })
})

test('each generator writes for what is left of a document', async () => {
  const others = withOtherTypes(JSON.parse(JSON.stringify(everyObject))).filter(
    (_other, index) => index % 60 === 0,
  )
  for (const { document } of others) {
    const model = modelOf(document)
    for (const load of Object.values(generators)) {
      const { generate } = await load()
      if (model) expect((await generate(model)).size).toBeGreaterThan(0)
    }
  }
})

function modelOf(document: object) {
  try {
    return readDocument(document)
  } catch (error) {
    if (error instanceof DocumentError) return undefined
    throw error
  }
}
