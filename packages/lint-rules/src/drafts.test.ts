import { expect, test } from 'vitest'
import { removeDrafts } from './drafts.ts'

/** A bundled document without its drafts. */
const published = <Document extends Record<string, unknown>>(document: Document) => {
  removeDrafts(document)
  return document
}

test('a draft operation goes, with its path, the links to it and the tag that it alone has', () => {
  const countTokens = { operationId: 'countTokens', 'x-draft': true, tags: ['count', 'user'] }
  const link = { operationId: 'countTokens' }
  const responses = {
    200: { links: { countTokens: { $ref: '#/components/links/countTokens' }, again: link } },
  }
  const document = {
    tags: [{ name: 'user' }, { name: 'count' }],
    paths: {
      '/tokens': { get: { operationId: 'listTokens', tags: ['user'], responses }, post: countTokens },
      '/tokens/count': { get: countTokens },
    },
    components: { links: { countTokens: link } },
  }
  expect(published(document)).toEqual({
    tags: [{ name: 'user' }],
    paths: {
      '/tokens': { get: { operationId: 'listTokens', tags: ['user'], responses: { 200: { links: {} } } } },
    },
    components: { links: {} },
  })
})

test('a draft parameter goes, wherever it is declared', () => {
  const document = {
    paths: {
      '/tokens': { get: { parameters: [{ $ref: '#/components/parameters/Role' }, { name: 'page' }] } },
    },
    components: { parameters: { Role: { name: 'role', 'x-draft': true } } },
  }
  expect(published(document).paths['/tokens'].get.parameters).toEqual([{ name: 'page' }])
})

test('a draft member goes, with its values in the examples of every schema that has it', () => {
  const note = { type: 'string', 'x-draft': true, examples: ['for CI'] }
  const value = () => ({ note: 'for CI', label: 'ci', owner: { note: 'an admin', name: 'ada' } })
  const schemas = {
    Owner: { properties: { note, name: {} } },
    Token: {
      properties: { note, label: {}, owner: { $ref: '#/components/schemas/Owner' } },
      examples: [value()],
    },
    Listed: { allOf: [{ $ref: '#/components/schemas/Token' }] },
  }
  const media = {
    schema: { type: 'array', items: { $ref: '#/components/schemas/Listed' } },
    examples: { Inline: { value: [value()] }, Named: { $ref: '#/components/examples/Tokens' } },
  }
  const document = {
    paths: { '/tokens': { get: { responses: { default: { content: { 'application/json': media } } } } } },
    components: { schemas, examples: { Tokens: { value: [value()] } } },
  }
  const left = { label: 'ci', owner: { name: 'ada' } }
  const { paths, components } = published(document)
  expect(paths['/tokens'].get.responses.default.content['application/json'].examples.Inline.value).toEqual([
    left,
  ])
  expect(components.examples.Tokens.value).toEqual([left])
  expect(components.schemas.Token).toEqual({
    properties: { label: {}, owner: { $ref: '#/components/schemas/Owner' } },
    examples: [left],
  })
})

test('a member that is called like a key of OpenAPI is a member', () => {
  const document = {
    components: {
      schemas: {
        Setting: {
          properties: {
            value: { properties: { old: { 'x-draft': true }, kept: {} } },
            default: { 'x-draft': true },
          },
          example: { value: { old: 1, kept: 2 }, default: 3 },
        },
      },
    },
  }
  expect(published(document).components.schemas.Setting).toEqual({
    properties: { value: { properties: { kept: {} } } },
    example: { value: { kept: 2 } },
  })
})

test('what is no draft stays as it is', () => {
  const document = {
    paths: { '/tokens': { get: { operationId: 'listTokens', 'x-draft': false } } },
    components: {
      schemas: { Token: { properties: { 'x-draft': { type: 'string' } }, examples: [{ 'x-draft': 'a' }] } },
    },
  }
  expect(published(structuredClone(document))).toEqual(document)
})
