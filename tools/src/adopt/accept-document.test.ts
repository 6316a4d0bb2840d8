import { expect, test } from 'vitest'
import { acceptDocument } from './accept-document.ts'

const done = { responses: { 204: { description: 'Done.' } } }
const returning = (name: string) => ({
  responses: {
    200: {
      description: 'One.',
      content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
      links: { remove: { operationId: 'removePet' }, list: { operationId: 'listPets' } },
    },
  },
})

/** A document in which `removePet` has a parameter that its path lacks, and `Generic` has a schema of which nobody knows the meaning. */
const pets = {
  openapi: '3.1.1',
  info: { title: 'Pets', version: '1.0.0' },
  paths: {
    '/pets': { get: { operationId: 'listPets', ...returning('Pet') } },
    '/pets/{pet}': { delete: { operationId: 'removePet', ...done } },
    '/boxes': {
      get: { operationId: 'listBoxes', ...returning('Box') },
      post: { operationId: 'addBox', ...done },
    },
  },
  webhooks: {
    boxed: {
      post: {
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Box' } } } },
      },
    },
  },
  components: {
    schemas: {
      Pet: { type: 'object', required: [], properties: { name: { type: 'string' } } },
      Generic: { $dynamicRef: '#T', type: 'array' },
      Box: { type: 'object', required: [], properties: { pets: { $ref: '#/components/schemas/Generic' } } },
    },
    responses: { Boxed: returning('Box').responses[200] },
  },
}

test('leaves a document alone of which nothing is refused', () => {
  const document = {
    ...pets,
    paths: { '/boxes': { post: pets.paths['/boxes'].post } },
    components: {},
    webhooks: {},
  }
  const { document: accepted, refusals } = acceptDocument(document)
  expect(refusals).toEqual([])
  expect(accepted).toEqual(document)
})

test('takes out what is refused and what refers to it, each with its reason', () => {
  const { document, model, refusals } = acceptDocument(pets)
  expect(model.operations.map(({ id }) => id)).toEqual(['listPets', 'addBox'])
  expect(refusals.map(({ pointer }) => pointer).toSorted()).toEqual([
    '#/components/responses/Boxed',
    '#/components/schemas/Box',
    '#/components/schemas/Generic',
    '#/paths/~1boxes/get',
    '#/paths/~1pets~1{pet}/delete',
    '#/webhooks/boxed',
  ])
  for (const { message } of refusals) expect(message).toMatch(/: .*\. Expected /)
  expect(JSON.stringify(document)).not.toMatch(/removePet|listBoxes|Generic|boxed/)
})

test('takes out links to what is refused, and keeps the others', () => {
  const { document } = acceptDocument(pets)
  expect(document).toHaveProperty(['paths', '/pets', 'get', 'responses', '200', 'links'], {
    list: { operationId: 'listPets' },
  })
})

test('takes an operation out of a path item that is shared, where it is refused', () => {
  const document = {
    ...pets,
    paths: { '/pets/{pet}': { $ref: '#/components/pathItems/Shared' } },
    components: { pathItems: { Shared: { parameters: [], get: { ...done }, put: { ...done } } } },
  }
  expect(() => acceptDocument(document)).toThrow(/no operation is left.*\n.*~1pets~1\{pet\}\/get.*\n.*put/)
})

test('refuses what is no OpenAPI document', () => {
  expect(() => acceptDocument({ swagger: '2.0' })).toThrow(/expected an OpenAPI document of version 3\.0/)
})
