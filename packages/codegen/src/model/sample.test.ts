import { expect, test } from 'vitest'
import { readDocument, rightExample, sampleOf } from './index.ts'

const { source } = readDocument({ openapi: '3.1.1', info: { title: 'Pets', version: '1' } })

test('a sample matches the pattern of its schema', () => {
  expect(sampleOf(source, { type: 'string', pattern: '^(a+)+$' })).toMatch(/^a+$/)
})

test('a sample comes where a pattern would take days to tell that a text does not match', () => {
  const schema = { type: 'string', pattern: '^(a+)+$', examples: [`${'a'.repeat(60)}!`] }
  expect(sampleOf(source, schema)).toBeTypeOf('string')
  expect(sampleOf(source, { type: 'string', pattern: '^(a|a)*$', minLength: 60 })).toBeTypeOf('string')
})

test.each([
  ['its own', 2, [true, 'text']],
  ['no more than it has to hold', 1, [true]],
  ['that of all others after them', 3, [true, 'text', {}]],
])('of a list whose first items have schemas of their own, each has %s', (_which, minItems, sample) => {
  const prefixItems = [{ type: 'boolean' }, { type: 'string' }] as const
  const schema = { type: 'array', prefixItems, items: { type: 'object' }, minItems } as const
  expect(sampleOf(source, schema)).toEqual(sample)
})

test('an example is right where it is as its schema says', () => {
  const examplesOf = (...values: unknown[]) =>
    values.map((value) => ({ name: `of ${value}`, summary: '', description: '', value }))
  expect(rightExample(source, { examples: examplesOf('5', 5, 6), schema: { type: 'integer' } })?.value).toBe(
    5,
  )
  expect(rightExample(source, { examples: examplesOf('5'), schema: { type: 'boolean' } })).toBeUndefined()
})

test('null is no example of an object, whose schema has properties and no type', () => {
  const schema = { properties: { name: { type: 'string' } } }
  const examples = [null, { name: 'Rex' }].map((value) => ({ name: '', summary: '', description: '', value }))
  expect(rightExample(source, { examples, schema })?.value).toEqual({ name: 'Rex' })
})

test('a schema that says itself what it is called is called so, whatever tells it from others', () => {
  const { source: animals } = readDocument({
    openapi: '3.1.1',
    info: { title: 'Animals', version: '1' },
    components: {
      schemas: { Cat: { type: 'object', required: ['kind'], properties: { kind: { enum: ['cat'] } } } },
    },
  })
  const cat = { $ref: '#/components/schemas/Cat' }
  expect(sampleOf(animals, { oneOf: [cat], discriminator: { propertyName: 'kind' } })).toEqual({
    kind: 'cat',
  })
})

test('a schema that inherits a discriminator is called as it says, without a union around it', () => {
  const required = ['kind']
  const { source: animals } = readDocument({
    openapi: '3.1.1',
    info: { title: 'Animals', version: '1' },
    components: {
      schemas: {
        Animal: {
          type: 'object',
          required,
          properties: { kind: { type: 'string' } },
          discriminator: { propertyName: 'kind', mapping: { dog: '#/components/schemas/Dog' } },
        },
        Cat: { allOf: [{ $ref: '#/components/schemas/Animal' }] },
        Dog: { allOf: [{ $ref: '#/components/schemas/Animal' }] },
      },
    },
  })
  const kindOf = (name: string) => sampleOf(animals, { $ref: `#/components/schemas/${name}` })
  expect([kindOf('Cat'), kindOf('Dog')]).toEqual([{ kind: 'Cat' }, { kind: 'dog' }])
})
