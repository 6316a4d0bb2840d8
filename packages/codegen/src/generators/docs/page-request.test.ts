import { describe, expect, test } from 'vitest'
import { foreignDocuments, readForeignDocument } from '../../../test/foreign-documents.ts'
import { readDocument } from '../../model/index.ts'
import { pageRequest } from './page-request.ts'

/** The request of an operation that takes these parts. */
function requestOf(parts: object, components: object = {}) {
  const model = readDocument({
    openapi: '3.1.1',
    info: { title: 'Pets', version: '1.0.0' },
    paths: {
      '/pets/{pet}': {
        put: { operationId: 'putPet', responses: { 204: { description: 'Done.' } }, ...parts },
      },
    },
    components,
  })
  const [operation] = model.operations
  return operation && pageRequest(model, operation)
}

const pet = { name: 'pet', in: 'path', required: true, schema: { type: 'string' }, example: 'rex' }

test('a page can send parameters of one text each, with a body of JSON', () => {
  const limit = { name: 'limit', in: 'query', schema: { type: 'integer' }, example: 5 }
  const content = { 'application/json': { schema: { type: 'object' }, example: { name: 'Rex' } } }
  expect(requestOf({ parameters: [pet, limit], requestBody: { content } })).toEqual({
    id: 'putPet',
    method: 'PUT',
    path: '/pets/{pet}',
    role: undefined,
    token: false,
    parameters: [
      { name: 'pet', in: 'path', required: true, value: 'rex', member: 'pet', isText: true },
      { name: 'limit', in: 'query', required: false, value: '5', member: 'limit', isText: false },
    ],
    body: { mediaType: 'application/json', text: '{\n  "name": "Rex"\n}' },
  })
})

describe('a page sends nothing that it could send only wrong', () => {
  const session = { name: 'session', in: 'cookie', schema: { type: 'string' }, example: 's' }
  const tags = {
    name: 'tags',
    in: 'query',
    schema: { type: 'array', items: { type: 'string' } },
    example: ['a'],
  }
  const form = {
    'application/x-www-form-urlencoded': { schema: { type: 'object' }, example: { name: 'Rex' } },
  }
  const key = { type: 'apiKey', in: 'header', name: 'X-Key' }

  test.each([
    ['a cookie', { parameters: [pet, session] }],
    ['a list', { parameters: [pet, tags] }],
    ['a form', { parameters: [pet], requestBody: { content: form } }],
    ['an API key', { parameters: [pet], security: [{ key: [] }] }],
  ])('such as %s', (_, parts) => {
    expect(requestOf(parts, { securitySchemes: { key } })).toBeUndefined()
  })
})

test.each(foreignDocuments)('of the document %s, what can be sent has each part of its path', (name) => {
  const model = readForeignDocument(name)
  for (const operation of model.operations) {
    const request = pageRequest(model, operation)
    const inPath = [...operation.path.matchAll(/\{([^}]+)\}/g)].map(([, parameter]) => parameter)
    if (!request) continue
    const sent = request.parameters.filter((parameter) => parameter.in === 'path')
    expect(sent.map((parameter) => parameter.name).toSorted()).toEqual(inPath.toSorted())
  }
})
