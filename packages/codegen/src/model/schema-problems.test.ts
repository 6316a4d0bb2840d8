import { expect, test } from 'vitest'
import { readDocument, type Schema } from './index.ts'

/** What is refused of a document whose only operation returns the first of these schemas. */
function refusals(schemas: Readonly<Record<string, unknown>>): readonly string[] {
  const schema = { $ref: `#/components/schemas/${Object.keys(schemas)[0]}` }
  const { refusals } = readDocument({
    openapi: '3.1.1',
    info: { title: 'Things', version: '1' },
    paths: {
      '/things': {
        get: { responses: { 200: { description: '', content: { 'application/json': { schema } } } } },
      },
    },
    components: { schemas },
  })
  return refusals.map(({ message }) => message)
}

/** Schemas of which each names the next one twice: the first stands for 2 to the power of 40. */
function doubled(schemaOf: (next: Schema) => unknown): Readonly<Record<string, unknown>> {
  const named = Array.from({ length: 40 }, (_, index) => [
    `S${index}`,
    schemaOf({ $ref: `#/components/schemas/S${index + 1}` }),
  ])
  return { ...Object.fromEntries(named), S40: { type: 'string' } }
}

test.each(['allOf', 'anyOf', 'oneOf'])('refuses schemas that double each other by %s', (keyword) => {
  const [first] = refusals(doubled((next) => ({ [keyword]: [next, { ...next, title: 'again' }] })))
  expect(first).toMatch(
    /^#\/paths\/~1things\/get: it has a schema that stands for more than 10000 schemas.* Expected /,
  )
})

test('takes schemas that double each other by members that may be absent', () => {
  expect(refusals(doubled((next) => ({ type: 'object', properties: { a: next, b: next } })))).toEqual([])
})

test.each<readonly [string, Readonly<Record<string, unknown>>]>([
  ['required members', doubled((a) => ({ type: 'object', required: ['a', 'b'], properties: { a, b: a } }))],
  ['items', doubled((items) => ({ type: 'array', minItems: 10, items }))],
  ['many items', { A: { type: 'array', minItems: 1e9, items: {} } }],
  ['many members', { A: { type: 'object', minProperties: 1e9 } }],
  ['a long text', { A: { type: 'string', minLength: 1e9 } }],
  ['a long pattern', { A: { type: 'string', pattern: '^(?:(?:a{100}){100}){100000}$' } }],
])('refuses a schema whose values are too large for an example: %s', (_, schemas) => {
  expect(refusals(schemas)[0]).toMatch(
    /get: it has a schema whose smallest value has more than 20000 parts\. Expected /,
  )
})

test('takes a large schema that has an example', () => {
  expect(refusals({ A: { type: 'string', minLength: 1e9, examples: ['too short, but here'] } })).toEqual([])
})

test('refuses a chain of references that nobody would write', () => {
  const named = Array.from({ length: 1000 }, (_, index) => [
    `S${index}`,
    { $ref: `#/components/schemas/S${index + 1}` },
  ])
  const [first] = refusals({ ...Object.fromEntries(named), S1000: { type: 'string' } })
  expect(first).toMatch(/this reference leads to more than 100 others, one after the other\. Expected /)
})

test('refuses a reference that is no URI', () => {
  const [first] = refusals({ A: { $ref: '#/components/schemas/100%' } })
  expect(first).toMatch(/^#\/paths\/~1things\/get: it has a schema .* Expected /)
})

test('refuses a reference that is no text', () => {
  const [first] = refusals({ A: { $ref: 5 } })
  expect(first).toMatch(
    /^#\/paths\/~1things\/get: it refers to #\/components\/schemas\/A\/\$ref: it is 5\. Expected /,
  )
})
