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
    expect(library.servers).toMatchObject([
      { url: 'https://main.library.example/v2', description: 'One branch' },
    ])
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

describe('a document that is no OpenAPI is refused', () => {
  test('for its version', () => {
    expect(() => readDocument({ swagger: '2.0', info: {} })).toThrow(
      '#/openapi: expected an OpenAPI document of version 3.0, 3.1 or 3.2',
    )
    expect(() => readDocument({ openapi: '4.0.0', info: {} })).toThrow('got "4.0.0"')
  })

  test('for what it is', () => {
    expect(() => readDocument(null)).toThrow(DocumentError)
  })

  test('for a path that leads nowhere', () => {
    const paths = { '/a': { $ref: 'paths/a.yaml' } }
    expect(() => readDocument({ openapi: '3.1.1', info: { title: '', version: '1' }, paths })).toThrow(
      /paths\/a\.yaml: this reference leads nowhere/,
    )
  })
})

describe('an operation that cannot be written for', () => {
  const answers = { responses: { 204: { description: 'done' } } }
  const read = (paths: object, openapi = '3.1.1') =>
    readDocument({ openapi, info: { title: '', version: '1' }, paths })
  const refusalOf = (operation: object, path = '/a') =>
    read({ [path]: { get: { ...answers, ...operation } } }).refusals.map(({ message }) => message)
  const query = (parameter: object) => refusalOf({ parameters: [{ name: 'q', in: 'query', ...parameter }] })

  test('is absent, and takes no other one with it', () => {
    const model = read({ '/a/{id}': { get: answers }, '/b': { get: answers } })
    expect(model.operations.map(({ id }) => id)).toEqual(['getB'])
    expect(Object.keys(model.source.paths ?? {})).toEqual(['/b'])
    expect(model.refusals.map(({ pointer }) => pointer)).toEqual(['#/paths/~1a~1{id}/get'])
  })

  test('names the construct, and what would be accepted', () => {
    expect(refusalOf({}, '/a/{id}')).toEqual([
      expect.stringMatching(/"\{id\}", and no parameter.*Expected one/),
    ])
    expect(refusalOf({ parameters: [{ name: 'id', in: 'path', schema: {} }] })).toEqual([
      expect.stringMatching(/"id" is in the path, and "\/a" does not name it/),
    ])
    expect(refusalOf({ parameters: [{ name: 'id', in: 'body' }] })).toEqual([
      expect.stringMatching(/is in "body"\. Expected one of path, query/),
    ])
  })

  test.each([
    [
      'a style of another place',
      { style: 'matrix', schema: {} },
      'has the style "matrix". Expected one of form',
    ],
    ['a list of lists', { schema: { type: 'array', items: { type: 'array' } } }, 'inside of another one'],
    [
      'an object in a deep object',
      { style: 'deepObject', schema: { properties: { a: { type: 'object' } } } },
      'inside of',
    ],
    [
      'delimiters that are exploded',
      { style: 'pipeDelimited', explode: true, schema: {} },
      '"explode: true"',
    ],
    ['delimiters for one value', { style: 'spaceDelimited', schema: { type: 'string' } }, 'one value'],
    ['XML', { content: { 'application/xml': {} } }, 'is written as application/xml'],
  ])('is one that has a parameter with %s', (_what, parameter, message) => {
    expect(query(parameter)).toEqual([expect.stringContaining(message)])
  })

  test('is one whose path a URL would cut', () => {
    expect(refusalOf({}, '/a#b')).toEqual([expect.stringContaining('the path has "#"')])
  })

  test('is the second one of two with the same URLs', () => {
    const at = (name: string) => ({
      parameters: [{ name, in: 'path', required: true, schema: { type: 'string' } }],
      get: answers,
    })
    const { operations, refusals } = read({ '/a/{x}': at('x'), '/a/{y}': at('y') })
    expect(operations.map(({ path }) => path)).toEqual(['/a/{x}'])
    expect(refusals.map(({ message }) => message)).toEqual([
      expect.stringContaining('the same URLs as GET /a/{x}'),
    ])
  })

  test('is one with what OpenAPI 3.2 alone has', () => {
    const content = { 'multipart/mixed': { itemSchema: { type: 'object' } } }
    const { refusals } = read(
      { '/a': { get: { responses: { 200: { description: 'events', content } } } } },
      '3.2.0',
    )
    expect(refusals.map(({ message }) => message)).toEqual([
      expect.stringContaining('"itemSchema" of OpenAPI 3.2'),
    ])
  })
})

describe('a schema that cannot be read', () => {
  const named = (name: string) => ({ $ref: `#/components/schemas/${name}` })
  const using = (name: string) => ({
    get: {
      operationId: `get${name}`,
      responses: { 200: { description: 'ok', content: { 'application/json': { schema: named(name) } } } },
    },
  })
  const schemas = {
    A: named('B'),
    B: named('A'),
    C: { items: named('Nobody') },
    D: { $dynamicRef: '#node' },
    E: { properties: { d: named('D') } },
    F: { type: 'number', maximum: 3, exclusiveMaximum: true },
    G: { $schema: 'http://json-schema.org/draft-04/schema#' },
    H: { pattern: '[' },
    Tree: { properties: { children: { items: named('Tree') } } },
  }
  const model = readDocument({
    openapi: '3.1.1',
    info: { title: '', version: '1' },
    paths: Object.fromEntries(Object.keys(schemas).map((name) => [`/${name}`, using(name)])),
    components: { schemas },
  })

  test('is refused with what uses it, and nothing else is', () => {
    expect(model.operations.map(({ id }) => id)).toEqual(['getTree'])
    expect(model.schemas.map(({ name }) => name)).toEqual(['Tree'])
  })

  test('is named with the reason', () => {
    const reasons = model.refusals.map(({ message }) => message)
    expect(reasons).toHaveLength(16)
    expect(reasons[0]).toMatch(/#\/paths\/~1A\/get: it has a schema .* leads to itself/)
    expect(reasons[2]).toMatch(/refers to #\/components\/schemas\/Nobody: this reference leads nowhere/)
    expect(reasons[5]).toMatch(/"exclusiveMaximum" must be number/)
    expect(reasons[6]).toMatch(/dialect "http:.*draft-04/)
    expect(reasons[7]).toMatch(/no regular expression/)
    expect(reasons[4]).toMatch(/"\$dynamicRef". Expected references by JSON pointer/)
  })
})

describe('a document of OpenAPI 3.0', () => {
  const schemas = {
    Name: { type: 'string', nullable: true },
    Pet: {
      allOf: [{ $ref: '#/components/schemas/Name', nullable: true, description: 'not looked at' }],
      nullable: true,
    },
  }
  const { source } = readDocument({
    openapi: '3.0.3',
    info: { title: '', version: '1' },
    components: { schemas },
  })

  test('says what may be null as 3.1 does', () => {
    expect(source.components?.schemas?.['Name']?.type).toEqual(['string', 'null'])
  })

  test('keeps nothing that 3.0 does not look at', () => {
    expect(source.components?.schemas?.['Pet']).toEqual({ allOf: [{ $ref: '#/components/schemas/Name' }] })
  })
})
