import { describe, expect, test } from 'vitest'
import { readDocument } from './document.ts'
import { createNaming, identifierOf } from './naming.ts'

describe('an identifier', () => {
  test.each([
    ['listUsers', 'listUsers'],
    ['list-users', 'listUsers'],
    ['apps/get.all', 'appsGetAll'],
    ['200 ok', '_200Ok'],
    ['größe', 'größe'],
    ['名前', '名前'],
    ['a$b', 'a$b'],
    ['', '_'],
  ])('of "%s" is %s', (text, name) => {
    expect(identifierOf(text)).toBe(name)
  })
})

describe('names', () => {
  test('are given once, the case of letters aside, because a file system may not tell', () => {
    const naming = createNaming()
    expect(['getUser', 'GetUser', 'get-user'].map(naming.claim)).toEqual(['getUser', 'GetUser2', 'getUser3'])
  })

  test('are no reserved words, and no devices of Windows', () => {
    const naming = createNaming({ reserved: ['createClient'] })
    expect(['delete', 'default', 'createClient', 'aux', 'then'].map(naming.claim)).toEqual([
      'delete_',
      'default_',
      'createClient_',
      'aux_',
      'then_',
    ])
  })

  test('are not those that another one makes', () => {
    const naming = createNaming({ derived: (name) => [`${name}Input`] })
    expect(['whois', 'whoisInput'].map(naming.claim)).toEqual(['whois', 'whoisInput2'])
  })
})

describe('the operations of a document', () => {
  const at = (operationId?: string) => ({
    get: { ...(operationId !== undefined && { operationId }), responses: { 204: { description: 'done' } } },
  })
  const read = (paths: object) => readDocument({ openapi: '3.1.1', info: { title: '', version: '1' }, paths })
  const idsOf = (paths: object) => read(paths).operations.map(({ id }) => id)

  test('are named by method and path where they have no id', () => {
    const parameters = [{ name: 'user-id', in: 'path', required: true, schema: { type: 'string' } }]
    const paths = { '/': at(), '/users/{user-id}/tokens': { ...at(), parameters } }
    expect(idsOf(paths)).toEqual(['getRoot', 'getUsersByUserIdTokens'])
  })

  test('keep an id that is right, whatever stands before them', () => {
    expect(idsOf({ '/a': at('get-user'), '/b': at('getUser') })).toEqual(['getUser2', 'getUser'])
  })

  test('that share a path item are two', () => {
    expect(idsOf({ '/a': at('getA'), '/b': { $ref: '#/paths/~1a' } })).toEqual(['getA', 'getA2'])
  })

  test('are told where they are called otherwise than in the document', () => {
    expect(read({ '/a': at('delete'), '/b': at('getB') }).notes).toEqual([
      '#/paths/~1a/get: has the operationId "delete". It is called "delete_" in all packages.',
    ])
  })

  test('are called in links as they are everywhere', () => {
    const links = { next: { operationId: 'delete' } }
    const responses = { 200: { description: 'done', links } }
    const { operations } = read({ '/a': { get: { operationId: 'getA', responses } }, '/b': at('delete') })
    expect(operations[0]?.responses[0]?.links[0]?.operationId).toBe('delete_')
  })
})
