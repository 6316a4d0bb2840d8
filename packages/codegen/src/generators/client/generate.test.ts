import { describe, expect, test } from 'vitest'
import { readForeignDocument } from '../../../test/foreign-documents.ts'
import { readDocument } from '../../model/index.ts'
import { generate } from './generate.ts'

const library = await generate(readForeignDocument('library'))
const parcels = await generate(readForeignDocument('parcels'))

function documentWith(operation: object, path = '/things') {
  return readDocument({
    openapi: '3.1.1',
    info: { title: 'Things', version: '1.0.0' },
    paths: {
      [path]: {
        get: { operationId: 'getThing', responses: { 200: { description: 'thing' } }, ...operation },
      },
    },
  })
}

test('writes a file per operation, and names it like the operation', () => {
  expect([...parcels.keys()]).toEqual([
    'operations/trackParcel.ts',
    'operations/parcelExists.ts',
    'operations/cancelParcel.ts',
    'operations/getSignature.ts',
    'operations/announceDropOff.ts',
    'operations/complain.ts',
    'any-error.ts',
    'index.ts',
    'keys.ts',
    'methods.ts',
    'operation-id.ts',
    'shapes.ts',
  ])
})

describe('the input', () => {
  test('has parameters under their names on the wire', () => {
    expect(library.get('operations/searchBooks.ts')).toContain("readonly 'sort-by'?: NonNullable<")
    expect(library.get('operations/searchBooks.ts')).toContain(
      "[['words', 'query', undefined, 'form'], ['sort-by', 'query'], ['X-Trace-Id', 'header']]",
    )
  })

  test('keeps `body` for the request body: a parameter of that name gets its location in front', () => {
    const file = library.get('operations/borrowCopy.ts')

    expect(file).toContain('readonly query_body?: ')
    expect(file).toContain("[['query_body', 'query', 'body'], ")
  })

  test('leaves a shared name to the path', () => {
    const parameters = [
      { name: 'id', in: 'query', schema: { type: 'string' } },
      { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
    ]
    const document = documentWith({ parameters }, '/things/{id}')

    expect(generateNow(document).get('operations/getThing.ts')).toContain("[['query_id', 'query', 'id']]")
  })

  test('has cookies', () => {
    const file = parcels.get('operations/trackParcel.ts')
    expect(file).toContain('readonly locale?: ')
    expect(file).toContain("['locale', 'cookie']")
  })
})

describe('the facts', () => {
  test('have every media type of a response, ranges and default included', () => {
    expect(library.get('operations/searchBooks.ts')).toContain(
      "{ 200: 'application/json,text/csv', default: 'application/problem+json' }",
    )
    expect(library.get('operations/borrowCopy.ts')).toContain("'4XX': 'application/problem+json'")
    expect(parcels.get('operations/cancelParcel.ts')).toContain("204: ''")
  })

  test('take `default` for a success where there is no other', () => {
    const responses = { default: { description: 'thing', content: { 'application/json': { schema: {} } } } }
    const document = documentWith({ responses }, '/things')

    expect(generateNow(document).get('operations/getThing.ts')).toContain("{ default: json, '2XX': json }")
  })

  test('say how a body is written', () => {
    expect(library.get('operations/replaceBook.ts')).toContain('writeBody: writeJson')
    expect(library.get('operations/correctBook.ts')).toContain(
      "writeBody: /* @__PURE__ */ writeJsonAs('application/merge-patch+json')",
    )
    expect(parcels.get('operations/announceDropOff.ts')).toContain(
      "writeBody: /* @__PURE__ */ written('application/x-www-form-urlencoded', writeForm)",
    )
    expect(parcels.get('operations/complain.ts')).toContain(
      "bodies: { 'application/json': /* @__PURE__ */ written('application/json', JSON.stringify)",
    )
  })

  test('say how lists and objects are written, and bring along what writes them', () => {
    const file = library.get('operations/searchBooks.ts')
    expect(file).toContain('placed: styled')
    expect(file).toContain("import { styled } from '../../runtime/styles.ts'")
  })

  test('leave single values to the runtime', () => {
    const parameters = [{ name: 'page', in: 'query', schema: { type: ['integer', 'null'] } }]
    const single = generateNow(documentWith({ parameters }))

    expect(single.get('operations/getThing.ts')).toContain('placed: placed')
    expect(single.get('operations/getThing.ts')).not.toContain('styled')
  })

  test('say what is idempotent, where the method says otherwise', () => {
    const marked = generateNow(documentWith({ 'x-idempotent': false }, '/things'))

    expect(marked.get('operations/getThing.ts')).toContain('{ idempotent: false }')
    expect(library.get('operations/searchBooks.ts')).not.toContain('idempotent')
  })

  test('mark only operations of which the document says that they look at no credentials', () => {
    expect(generateNow(documentWith({})).get('operations/getThing.ts')).not.toContain('anonymous')
    expect(generateNow(documentWith({ security: [] })).get('operations/getThing.ts')).toContain('anonymous')
    expect(library.get('operations/getCover.ts')).toContain('anonymous: true')
  })
})

describe('a list with `page` and `per_page` in the query', () => {
  const number = (name: string, schema: object = {}) => ({
    name,
    in: 'query',
    schema: { type: 'integer', ...schema },
  })
  const responses = {
    200: { description: 'things', content: { 'application/json': { schema: { type: 'array' } } } },
  }
  const files = (perPage: object, answers: object = responses) =>
    generateNow(documentWith({ parameters: [number('page'), perPage], responses: answers }, '/things'))

  test('can be read page after page', () => {
    const made = files(number('per_page', { default: 30 }))

    expect(made.get('operations/getThing.ts')).toContain(
      "PagedOperationFunction<'getThing', GetThingInput> =",
    )
    expect(made.get('operations/getThing.ts')).toContain('  ), 30)')
    expect(made.get('methods.ts')).toContain("getThing: PagedOperationMethod<'getThing', GetThingInput>")
  })

  test('can be read without knowing how many items a page has', () => {
    expect(files(number('per_page')).get('operations/getThing.ts')).toContain('\n  ))\n')
  })

  test('is one only where it has both, and answers a list', () => {
    expect(files(number('limit')).get('methods.ts')).not.toContain('Paged')
    expect(files(number('per_page'), { 204: { description: 'none' } }).get('methods.ts')).not.toContain(
      'Paged',
    )
  })
})

describe('the shapes of results', () => {
  const json = (schema: object) => ({ description: 'thing', content: { 'application/json': { schema } } })
  const shapesOf = (responses: object) => generateNow(documentWith({ responses }, '/things')).get('shapes.ts')

  test('say which members there are, and nothing else', () => {
    const id = { type: 'string', maxLength: 9, description: 'the id' }
    const shapes = shapesOf({ 200: json({ type: 'object', properties: { id }, required: ['id'] }) })

    expect(shapes).toContain(
      "getThing: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] }",
    )
  })

  test('are one of several, where a document has several', () => {
    expect(shapesOf({ 200: json({ type: 'string' }), 201: json({ type: 'null' }) })).toContain(
      "getThing: { anyOf: [{ type: 'string' }, { type: 'null' }] }",
    )
  })

  test('are not there for text and failures', () => {
    const text = { description: 'thing', content: { 'text/plain': { schema: { type: 'string' } } } }

    expect(shapesOf({ 200: text, 400: json({ type: 'object' }) })).not.toContain('getThing')
  })

  test('bring the named schemas that they refer to, and no others', () => {
    const document = readDocument({
      openapi: '3.1.1',
      info: { title: 'Things', version: '1.0.0' },
      paths: {
        '/things': {
          get: {
            operationId: 'listThings',
            responses: { 200: json({ type: 'array', items: { $ref: '#/components/schemas/Thing' } }) },
          },
        },
      },
      components: {
        schemas: {
          Thing: { type: 'object', properties: { parent: { $ref: '#/components/schemas/Thing' } } },
          Other: { type: 'string' },
        },
      },
    })
    const shapes = generateNow(document).get('shapes.ts')

    expect(shapes).toContain("Thing: { type: 'object', properties: { parent: { $ref: 'Thing' } } }")
    expect(shapes).not.toContain('Other')
  })
})

test('a comment has the role, the failures and a call with the examples of the document', () => {
  const file = library.get('operations/borrowCopy.ts')

  expect(file).toContain(' * Role: reader. Never retried, because each call counts.')
  expect(library.get('operations/searchBooks.ts')).toContain('Retried after a passing failure.')
  expect(file).toContain(' * - 409: it is there already')
  expect(file).toContain("body: { kind: 'reader', card: 'R-1815', phrase: 'engine' }")
})

function generateNow(document: ReturnType<typeof readDocument>): ReadonlyMap<string, string> {
  const files = generate(document)
  if (files instanceof Promise) throw new Error('expected files at once')
  return files
}
