import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readDocumentFile } from '@windmill-user-api/codegen/reading'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { splitDocument } from './split-document.ts'

const body = (reference: string) => ({
  content: { 'application/json': { schema: { $ref: reference } } },
})

const pets = {
  openapi: '3.1.1',
  info: { title: 'Pets', version: '1.0.0' },
  paths: {
    '/': { get: { operationId: 'root', responses: { 204: { description: 'None.' } } } },
    '/pets/{pet}': {
      parameters: [{ $ref: '#/components/parameters/pet' }],
      get: {
        operationId: 'getPet',
        responses: { 200: { description: 'One.', ...body('#/components/schemas/Pet') } },
      },
      put: {
        operationId: 'namePet',
        requestBody: body('#/components/schemas/Cat/properties/name'),
        responses: { 204: { description: 'Done.' } },
      },
    },
  },
  components: {
    parameters: { pet: { name: 'pet', in: 'path', required: true, schema: { type: 'string' } } },
    schemas: {
      Pet: {
        oneOf: [{ $ref: '#/components/schemas/Cat' }],
        discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat' } },
      },
      Cat: {
        type: 'object',
        required: ['kind'],
        properties: {
          kind: { const: 'cat' },
          name: { type: 'string' },
          mother: { $ref: '#/components/schemas/Cat' },
        },
      },
      Unused: { type: 'string' },
    },
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
  },
}

test('has a file for each path and each component, named like them', () => {
  expect([...splitDocument(pets).keys()]).toEqual([
    'openapi.yaml',
    'paths/root.yaml',
    'paths/pets_{pet}.yaml',
    'components/schemas/Pet.yaml',
    'components/schemas/Cat.yaml',
    'components/schemas/Unused.yaml',
    'components/parameters/pet.yaml',
  ])
})

test('refers to files, and into them', () => {
  const files = splitDocument(pets)
  expect(files.get('openapi.yaml')).toMatchObject({
    paths: { '/': { $ref: './paths/root.yaml' }, '/pets/{pet}': { $ref: './paths/pets_{pet}.yaml' } },
    // what nothing refers to
    components: { schemas: { Unused: { $ref: './components/schemas/Unused.yaml' } } },
  })
  expect(files.get('paths/pets_{pet}.yaml')).toMatchObject({
    parameters: [{ $ref: '../components/parameters/pet.yaml' }],
    put: { requestBody: body('../components/schemas/Cat.yaml#/properties/name') },
  })
  expect(files.get('components/schemas/Pet.yaml')).toEqual({
    oneOf: [{ $ref: './Cat.yaml' }],
    discriminator: { propertyName: 'kind', mapping: { cat: './Cat.yaml' } },
  })
  expect(files.get('components/schemas/Cat.yaml')).toMatchObject({
    properties: { mother: { $ref: './Cat.yaml' } },
  })
})

test('keeps the second of two names that differ in case alone in the root', () => {
  const schemas = { Pet: { type: 'object' }, pet: { type: 'string' } }
  const files = splitDocument({
    ...pets,
    paths: { '/': { get: { requestBody: body('#/components/schemas/pet') } } },
    components: { schemas },
  })
  expect([...files.keys()]).toEqual(['openapi.yaml', 'paths/root.yaml', 'components/schemas/Pet.yaml'])
  expect(files.get('paths/root.yaml')).toEqual({
    get: { requestBody: body('../openapi.yaml#/components/schemas/pet') },
  })
})

test('keeps the second of two paths that would have one file in the root', () => {
  const item = { get: { responses: { 204: { description: 'None.' } } } }
  const files = splitDocument({ ...pets, paths: { '/a/b': item, '/a_b': item }, components: {} })
  expect(files.get('openapi.yaml')).toMatchObject({
    paths: { '/a/b': { $ref: './paths/a_b.yaml' }, '/a_b': item },
  })
})

test('is the same document again when it is bundled', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-split-'))
  for (const [name, part] of splitDocument(pets)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), stringify(part))
  }
  const bundled = await readDocumentFile(path.join(folder, 'openapi.yaml'))
  await rm(folder, { recursive: true })

  expect(bundled).toMatchObject({ ...pets, paths: { '/pets/{pet}': { get: pets.paths['/pets/{pet}'].get } } })
})
