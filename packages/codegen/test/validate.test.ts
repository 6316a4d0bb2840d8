import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDocument } from '../src/index.ts'
import { type Transplant, transplant } from './transplant.ts'

/** A schema that holds itself. */
const tree = { $ref: '#/components/schemas/Tree' }
const components = {
  schemas: {
    Tree: {
      type: 'object',
      required: ['item'],
      properties: { item: { type: ['integer', 'string'] }, children: { type: 'array', items: tree } },
    },
  },
}

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
    { schema: { const: { x: null } }, value: { x: null } },
    { schema: { type: 'integer', format: 'int64' }, value: 2 ** 60 },
    { schema: tree, value: { item: 1, children: [{ item: 'one' }] } },
    { schema: tree, value: { item: 1, children: [{ children: [] }] } },
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

/** What `validate` leaves out, by the keyword that says it. */
const limits: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  patternProperties: { patternProperties: { '^b$': { type: 'boolean' } } },
  'patternProperties beside others': {
    patternProperties: { '^c': { type: 'string' } },
    additionalProperties: { type: 'integer' },
  },
  not: { not: { type: 'integer' } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  if: { if: { required: ['b'] }, then: { required: ['c'] }, else: { type: 'string' } },
  unevaluatedProperties: { unevaluatedProperties: false },
  unevaluatedItems: { unevaluatedItems: { type: 'string' } },
  dependentRequired: { dependentRequired: { a: ['d'] } },
  dependentSchemas: { dependentSchemas: { a: { properties: { b: { type: 'null' } } } } },
  propertyNames: { propertyNames: { maxLength: 0 } },
  'additionalProperties: false': { additionalProperties: false },
  'items: false': { items: false },
  contains: { contains: { type: 'string' }, minContains: 2 },
  uniqueItems: { uniqueItems: true },
  format: { format: 'date-time' },
  length: { minLength: 2, pattern: '^b' },
  range: { exclusiveMinimum: 1, multipleOf: 2 },
  count: { maxItems: 1, minProperties: 3 },
  oneOf: { oneOf: [{ type: 'integer' }, { type: ['integer', 'string'] }] },
  false: { allOf: [false] },
}

/** The value as it is, or one of another pair: what is right and what is wrong are both met. */
const pairs = fc.record({ one: pair, other: pair, isSwapped: fc.boolean() }).map(
  ({ one, other, isSwapped }): Pair => ({
    schema: one.schema,
    value: isSwapped ? other.value : one.value,
  }),
)
const cases = fc.sample(pairs, { numRuns: 500, seed: 20261129 })

/** Mostly what is right without a limit. */
const nearlyRight = fc.oneof({ weight: 3, arbitrary: pair }, { weight: 1, arbitrary: pairs })

/** The same with a limit that is left out, beside the other keywords or around them. */
const limited = fc.sample(
  fc
    .record({ of: nearlyRight, limit: fc.constantFrom(...Object.values(limits)), isAround: fc.boolean() })
    .map(
      ({ of, limit, isAround }): Pair => ({
        ...of,
        schema: isAround
          ? { type: 'array', items: { ...limit, allOf: [of.schema] } }
          : { ...Object(of.schema), ...limit },
        value: isAround ? [of.value] : of.value,
      }),
    ),
  { numRuns: 500, seed: 20261130 },
)

/** Members that have a schema by their names are no others. */
const byPattern = {
  schema: { type: 'object', ...limits['patternProperties beside others'] },
  value: { c: 'text', d: 1 },
}

const all = [...cases, ...limited, byPattern]
const model = readDocument({
  openapi: '3.1.1',
  info: { title: 'Pairs', version: '1.0.0' },
  components,
  paths: Object.fromEntries(
    all.map(({ schema }, index) => [
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

const ajv = addFormats.default(new Ajv2020({ strict: false, logger: false }))

function verdictOn({ schema, value }: Pair) {
  const ours = validate(`get${all.findIndex((each) => each.schema === schema)}`, value)
  return {
    schema,
    value,
    ajv: ajv.validate({ ...Object(schema), components }, value),
    ours: ours === undefined,
  }
}

test('says of 500 values what Ajv says', () => {
  const verdicts = cases.map(verdictOn)
  expect(verdicts.filter(({ ajv, ours }) => ajv !== ours)).toEqual([])
  // Neither verdict is rare, or the test would say little.
  const right = verdicts.filter(({ ours }) => ours).length
  expect(right).toBeGreaterThan(100)
  expect(right).toBeLessThan(400)
})

test('refuses none of 500 values that Ajv takes, whatever the schema limits besides', () => {
  const verdicts = [...limited, byPattern].map(verdictOn)
  expect(model.refusals).toEqual([])
  expect(verdicts.filter(({ ajv, ours }) => ajv && !ours)).toEqual([])
  // Each of the limits is left out: Ajv refuses for more reasons.
  expect(verdicts.filter(({ ajv, ours }) => !ajv && ours).length).toBeGreaterThan(50)
  expect(verdicts.filter(({ ajv, ours }) => ajv && ours).length).toBeGreaterThan(50)
  expect(verdicts.filter(({ ours }) => !ours).length).toBeGreaterThan(50)
})
