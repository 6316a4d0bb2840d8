import { describe, expect, test } from 'vitest'
import { operationOf, readForeignDocument } from '../../test/foreign-documents.ts'
import { DocumentError, needsCredentials, type Operation, readDocument, sampleOf } from './index.ts'

const library = readForeignDocument('library')
const parcels = readForeignDocument('parcels')

function operation(id: string): Operation {
  return operationOf(library.operations.some((candidate) => candidate.id === id) ? library : parcels, id)
}

describe('a document', () => {
  test('lists its operations in the order in which they are written', () => {
    expect(library.operations.map(({ id }) => id).slice(0, 4)).toEqual([
      'searchBooks',
      'addBook',
      'getBook',
      'replaceBook',
    ])
  })

  test('has the URLs of its servers with the defaults of their variables', () => {
    expect(library.servers).toEqual([{ url: 'https://main.library.example/v2', description: 'One branch' }])
  })

  test('has its security schemes by kind', () => {
    expect(library.securitySchemes).toEqual([
      {
        name: 'apiKey',
        description: 'A key of the branch',
        kind: 'apiKey',
        in: 'header',
        parameter: 'X-Library-Key',
      },
      { name: 'basic', description: '', kind: 'basic' },
    ])
  })
})

describe('an operation', () => {
  test('has the parameters of its path item and its own', () => {
    expect(
      operation('trackParcel').parameters.map(({ in: location, name }) => `${location} ${name}`),
    ).toEqual(['path parcel_id', 'cookie locale', 'query since', 'query include'])
  })

  test('has the style and explode that OpenAPI gives a parameter by default', () => {
    const [id, , since] = operation('trackParcel').parameters
    expect([id?.style, id?.explode, since?.style, since?.explode]).toEqual(['simple', false, 'form', true])
  })

  test('takes the security of the document where it has none of its own', () => {
    expect(operation('addBook').security).toEqual([['apiKey'], ['basic']])
    expect(operation('searchBooks').security).toEqual([])
  })

  test('needs credentials only where no alternative goes without', () => {
    expect(['addBook', 'getBook', 'searchBooks'].map((id) => needsCredentials(operation(id)))).toEqual([
      true,
      false,
      false,
    ])
  })

  test('is idempotent where it is marked, or where its method is safe', () => {
    expect(['trackParcel', 'cancelParcel', 'replaceBook'].map((id) => operation(id).idempotent)).toEqual([
      true,
      true,
      false,
    ])
  })

  test('keeps the component that a response refers to', () => {
    expect(operation('addBook').responses.map(({ status, component }) => [status, component])).toEqual([
      ['201', undefined],
      ['409', 'Conflict'],
      ['default', 'Problem'],
    ])
  })

  test('has the named and the unnamed examples of its bodies', () => {
    const [success] = operation('trackParcel').responses
    expect(success?.content[0]?.examples).toMatchObject([{ name: 'default', value: { id: 'P-42' } }])
    expect(operation('borrowCopy').requestBody?.content[0]?.examples.map(({ name }) => name)).toEqual([
      'reader',
      'branch',
    ])
  })

  test('knows each media type as JSON, text, form or bytes', () => {
    const kinds = ['searchBooks', 'getCover', 'correctBook', 'announceDropOff'].map((id) => {
      const { requestBody, responses } = operation(id)
      return (requestBody ?? responses[0])?.content.map(({ kind }) => kind)
    })
    expect(kinds).toEqual([['json', 'text'], ['binary'], ['json'], ['form']])
  })
})

describe('a sample of a schema', () => {
  const sampleOfSchema = (name: string) => {
    const named = [...library.schemas, ...parcels.schemas].find((candidate) => candidate.name === name)
    const { source } = library.schemas.some((candidate) => candidate.name === name) ? library : parcels
    return sampleOf(source, named?.schema ?? {})
  }

  test('has the required members, examples first', () => {
    expect(sampleOfSchema('Book')).toEqual({
      'isbn-13': '9780321486813',
      title: 'text',
      authors: [{ name: 'text' }],
    })
  })

  test('joins the parts of allOf and takes the first of oneOf', () => {
    expect(sampleOfSchema('Loan')).toEqual({
      from: '2026-11-23T12:00:00Z',
      borrower: { kind: 'reader', card: 'text', phrase: 'text' },
    })
  })

  test('ends where a schema contains itself', () => {
    expect(sampleOfSchema('Container')).toEqual({ label: 'text', parts: [] })
  })
})

describe('a document that the generators cannot work with is refused', () => {
  const withPaths = (paths: object) => () =>
    readDocument({ openapi: '3.1.1', info: { title: '', version: '1' }, paths })

  test('another version of OpenAPI', () => {
    expect(() => readDocument({ openapi: '3.0.3', info: {} })).toThrow(
      /expected an OpenAPI 3\.1 document.*got "3\.0\.3"/,
    )
  })

  test('something that is no object', () => {
    expect(() => readDocument(null)).toThrow(DocumentError)
  })

  test('an operation without a name, with its place and a right example', () => {
    expect(withPaths({ '/a/b': { get: {} } })).toThrow('#/paths/~1a~1b/get: the operation has no operationId')
  })

  test('a name that cannot be a function', () => {
    expect(withPaths({ '/a': { get: { operationId: 'list-users' } } })).toThrow(
      /"list-users".*operationId: listUsers/,
    )
  })

  test('two operations of one name', () => {
    expect(withPaths({ '/a': { get: { operationId: 'a' }, put: { operationId: 'a' } } })).toThrow(
      /already names GET \/a/,
    )
  })

  test('a reference that leads nowhere', () => {
    expect(withPaths({ '/a': { $ref: 'paths/a.yaml' } })).toThrow(
      /paths\/a\.yaml: this reference leads nowhere/,
    )
  })
})
