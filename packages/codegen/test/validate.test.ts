import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDocument } from '../src/index.ts'
import { type Transplant, transplant } from './transplant.ts'

/** A pair of a schema of the keywords that `validate` looks at, and a value that is often close to it. */
const { pair } = fc.letrec<{ pair: Pair; scalar: Pair }>((tie) => ({
  scalar: fc.constantFrom<Pair[]>(
    { schema: { type: 'string' }, value: 'a' },
    { schema: { type: 'integer' }, value: 1 },
    { schema: { type: 'number' }, value: 1.5 },
    { schema: { type: 'boolean' }, value: false },
    { schema: { type: ['string', 'null'] }, value: null },
    { schema: { enum: ['a', 1, null, { x: 1, y: [2] }] }, value: { y: [2], x: 1 } },
    { schema: { const: [1] }, value: [1] },
    { schema: {}, value: {} },
    { schema: true, value: 7 },
  ),
  pair: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'pair' },
    tie('scalar'),
    fc
      .record({ a: tie('pair'), b: tie('pair'), more: tie('pair'), isOpen: fc.boolean() })
      .map(({ a, b, more, isOpen }) => ({
        schema: {
          type: 'object',
          required: ['a'],
          properties: { a: a.schema, b: b.schema },
          ...(isOpen && { additionalProperties: more.schema }),
        },
        value: { a: a.value, b: b.value, c: more.value },
      })),
    fc.record({ first: tie('pair'), rest: tie('pair') }).map(({ first, rest }) => ({
      schema: { type: 'array', prefixItems: [first.schema], items: rest.schema },
      value: [first.value, rest.value, rest.value],
    })),
    fc.record({ one: tie('pair'), other: tie('pair') }).map(({ one, other }) => ({
      schema: { anyOf: [one.schema, other.schema] },
      value: other.value,
    })),
    fc.record({ one: tie('pair'), other: tie('pair') }).map(({ one, other }) => ({
      schema: { allOf: [one.schema, other.schema] },
      value: one.value,
    })),
  ),
}))

interface Pair {
  readonly schema: unknown
  readonly value: unknown
}

/** The value as it is, or one of another pair: what is right and what is wrong are both met. */
const cases = fc.sample(
  fc.record({ one: pair, other: pair, isSwapped: fc.boolean() }).map(({ one, other, isSwapped }) => ({
    schema: one.schema,
    value: isSwapped ? other.value : one.value,
  })),
  { numRuns: 500, seed: 20261129 },
)

const model = readDocument({
  openapi: '3.1.1',
  info: { title: 'Pairs', version: '1.0.0' },
  paths: Object.fromEntries(
    cases.map(({ schema }, index) => [
      `/${index}`,
      {
        get: {
          operationId: `get${index}`,
          responses: { 200: { description: '', content: { 'application/json': { schema } } } },
        },
      },
    ]),
  ),
})

let packages: Transplant
let validate: (operation: string, value: unknown) => string | undefined

beforeAll(async () => {
  packages = await transplant(model, ['client'])
  ;({ validate } = await import(path.join(packages.folder('client'), 'src/validate/index.ts')))
})

afterAll(() => packages.remove())

test('says of 500 values what Ajv says', () => {
  const ajv = new Ajv2020({ strict: false })
  const verdicts = cases.map(({ schema, value }, index) => ({
    schema,
    value,
    ajv: ajv.validate(Object(schema) === schema ? Object(schema) : {}, value),
    ours: validate(`get${index}`, value) === undefined,
  }))
  expect(verdicts.filter(({ ajv, ours }) => ajv !== ours)).toEqual([])
  // Neither verdict is rare, or the test would say little.
  const right = verdicts.filter(({ ours }) => ours).length
  expect(right).toBeGreaterThan(100)
  expect(right).toBeLessThan(400)
})
