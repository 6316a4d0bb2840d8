import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { readForeignDocument } from '../../../test/foreign-documents.ts'
import { readDocument } from '../../model/index.ts'
import { generate } from './generate.ts'

const library = await generate(readForeignDocument('library'))
const parcels = await generate(readForeignDocument('parcels'))

function documentWith(operation: object) {
  return readDocument({
    openapi: '3.1.1',
    info: { title: 'Things', version: '1.0.0' },
    paths: {
      '/things': {
        get: { operationId: 'getThing', responses: { 200: { description: 'thing' } }, ...operation },
      },
    },
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Name: { type: 'string', maxLength: 3 },
        Tree: {
          type: 'object',
          properties: {
            name: { $ref: '#/components/schemas/Name' },
            children: { $ref: '#/components/schemas/Trees' },
          },
        },
        Trees: { type: 'array', uniqueItems: true, items: { $ref: '#/components/schemas/Tree' } },
      },
    },
  })
}

const operationsOf = async (operation: object) =>
  (await generate(documentWith(operation))).get('operations.ts') ?? ''

type Validate = (value: unknown) => boolean

/** Runs the generated module, as the server does. */
async function validatorsOf(files: ReadonlyMap<string, string>): Promise<Readonly<Record<string, Validate>>> {
  const { outputText } = ts.transpileModule(files.get('validators.ts') ?? '', {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  })
  const { createValidators } = await import(`data:text/javascript,${encodeURIComponent(outputText)}`)
  return createValidators({
    formats: {
      'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
      email: (text: string) => text.includes('@'),
      text: (text: string) => !text.includes('\0'),
    },
    codePointLength: (text: string) => [...text].length,
    deepEqual: (first: unknown, second: unknown) => JSON.stringify(first) === JSON.stringify(second),
  })
}

test('writes three modules that import nothing from outside', () => {
  for (const files of [library, parcels]) {
    expect([...files.keys()]).toEqual(['openapi.ts', 'operations.ts', 'validators.ts'])
    expect([...files.values()].join('\n').match(/^import .*$/gm)).toEqual([
      "import type { operations as wire } from './openapi.ts'",
    ])
  }
})

test('writes the same text for the same document', async () => {
  expect(await generate(readForeignDocument('library'))).toEqual(library)
})

describe('the table', () => {
  test('has each operation', () => {
    expect(library.get('operations.ts')).toContain("  addBook: {\n    method: 'post',")
  })

  test('has the role of the document, else one that follows from its security', async () => {
    expect(await operationsOf({ 'x-role': 'librarian' })).toContain("role: 'librarian'")
    expect(await operationsOf({ security: [{ key: [] }] })).toContain("role: 'user'")
    expect(await operationsOf({})).toContain("role: 'anonymous'")
  })

  test('has the first status of success, else the first redirection', async () => {
    const responses = { 400: { description: 'bad' }, 303: { description: 'elsewhere' } }
    expect(await operationsOf({ responses })).toContain('success: { status: 303, mediaType: undefined }')
  })

  test('has the headers that an answer must have', async () => {
    const headers = { Location: { required: true, schema: {} }, 'X-Trace': { schema: {} } }
    const responses = { 201: { description: 'made', headers } }
    expect(await operationsOf({ responses })).toContain(
      "'201': { mediaTypes: [], requiredHeaders: ['Location'] }",
    )
  })

  test('has the query with types and defaults', async () => {
    const parameters = [{ name: 'page', in: 'query', schema: { type: 'integer', default: 1 } }]
    const text = await operationsOf({ parameters })
    expect(text).toContain("query: [{ name: 'page', type: 'integer', default: 1 }]")
    expect(text).toContain('readonly query: { readonly page: NonNullable<')
  })
})

describe('the validators', () => {
  test('follow references, also of a schema to itself', async () => {
    const schema = { $ref: '#/components/schemas/Tree' }
    const requestBody = { required: true, content: { 'application/json': { schema } } }
    const validators = await validatorsOf(await generate(documentWith({ requestBody })))
    const validate = validators['getThing body']
    expect(validate?.({ name: 'elm', children: [{ name: 'ash' }] })).toBe(true)
    expect(validate?.({ name: 'elm', children: [{ name: 'birch' }] })).toBe(false)
    expect(validate?.({ children: [{ name: 'elm' }, { name: 'elm' }] })).toBe(false)
  })

  test('count code points', async () => {
    const schema = { $ref: '#/components/schemas/Name' }
    const responses = { 200: { description: 'name', content: { 'text/plain': { schema } } } }
    const validators = await validatorsOf(await generate(documentWith({ responses })))
    expect(validators['getThing 200 text/plain']?.('🌲🌳🌴')).toBe(true)
    expect(validators['getThing 200 text/plain']?.('🌲🌳🌴🎄')).toBe(false)
  })

  test('give each string the format text, unless it has one', async () => {
    const properties = { name: { type: 'string' }, mail: { type: ['string', 'null'], format: 'email' } }
    const requestBody = { content: { 'application/json': { schema: { type: 'object', properties } } } }
    const validate = (await validatorsOf(await generate(documentWith({ requestBody }))))['getThing body']
    expect(
      [{ name: 'a\0' }, { mail: 'a' }, { name: 'a', mail: 'a@b' }].map((value) => validate?.(value)),
    ).toEqual([false, false, true])
  })

  test('take the query as an object', async () => {
    const parameters = [
      { name: 'page', in: 'query', required: true, schema: { type: 'integer', minimum: 1 } },
    ]
    const validate = (await validatorsOf(await generate(documentWith({ parameters }))))['getThing query']
    expect([{ page: 1 }, { page: 0 }, {}].map((value) => validate?.(value))).toEqual([true, false, false])
  })

  test.each([
    ['library', library],
    ['parcels', parcels],
  ])('of the document %s can be made', async (_name, files) => {
    expect(Object.keys(await validatorsOf(files)).length).toBeGreaterThan(5)
  })
})
