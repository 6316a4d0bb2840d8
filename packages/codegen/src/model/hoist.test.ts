import { expect, test } from 'vitest'
import { readDocument } from './document.ts'

const schemas = {
  User: {
    type: 'object',
    properties: { name: { type: 'string' }, next: { $ref: '#/components/schemas/User' } },
  },
  name: { type: 'object' },
}
const schema = {
  type: 'object',
  properties: {
    any: true,
    none: false,
    name: { $ref: '#/components/schemas/User/properties/name' },
    list: { type: 'array', items: { $ref: '#/components/schemas/User/properties/name' } },
  },
  additionalProperties: false,
}
const model = readDocument({
  openapi: '3.1.1',
  info: { title: '', version: '1' },
  paths: {
    '/a': { get: { responses: { 200: { description: '', content: { 'application/json': { schema } } } } } },
  },
  components: { schemas },
})
const read = model.operations[0]?.responses[0]?.content[0]?.schema

test('what a reference finds inside of a schema is a named schema', () => {
  expect(read?.properties?.['name']).toEqual({ $ref: '#/components/schemas/UserName' })
  expect(read?.properties?.['list']?.items).toEqual({ $ref: '#/components/schemas/UserName' })
  expect(model.schemas.map(({ name }) => name)).toEqual(['User', 'name', 'UserName'])
  expect(model.schemas.at(-1)?.schema).toEqual({ type: 'string' })
})

test('a schema that is true or false is written as an object', () => {
  expect(read?.properties).toMatchObject({ any: {}, none: { not: {} } })
  expect(read?.additionalProperties).toBe(false)
})
