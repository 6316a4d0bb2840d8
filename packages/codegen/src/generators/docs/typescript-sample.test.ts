import { describe, expect, it } from 'vitest'
import { operationOf, readForeignDocument } from '../../../test/foreign-documents.ts'
import { readDocument } from '../../model/index.ts'
import { typescriptSample } from './typescript-sample.ts'

const library = readForeignDocument('library')
const parcels = readForeignDocument('parcels')

function sampleOf(model: typeof library, id: string): string {
  return typescriptSample(model, operationOf(model, id))
}

describe('typescriptSample', () => {
  it('takes the token from the environment, and says whose it is', () => {
    const sample = sampleOf(library, 'borrowCopy')
    expect(sample).toContain('// The token of a reader.\n')
    expect(sample).toContain("const { WINDMILL_TOKEN: token = '' } = process.env")
    expect(sample).toContain("  auth: { kind: 'bearer', token },")
  })

  it('says less where the document has no roles', () => {
    expect(sampleOf(parcels, 'cancelParcel')).toContain('// The token of the caller.\n')
  })

  it('sends no token where none is needed', () => {
    expect(sampleOf(library, 'getBook')).toContain("auth: { kind: 'none' },")
    expect(sampleOf(library, 'getBook')).not.toContain('process.env')
  })

  it('names the answer after its schema', () => {
    expect(sampleOf(library, 'getBook')).toContain('const book = await api.getBook(')
    expect(sampleOf(library, 'searchBooks')).toContain('const books = await api.searchBooks(')
    expect(sampleOf(parcels, 'announceDropOff')).toContain('const answer = await api.announceDropOff(')
  })

  it('prints nothing where nothing comes back', () => {
    expect(sampleOf(library, 'replaceBook')).not.toContain('console.log')
    expect(sampleOf(library, 'replaceBook')).toContain('\nawait api.replaceBook({')
  })

  it('keeps a short call on one line and lays out a long one', () => {
    expect(sampleOf(library, 'getBook')).toContain("api.getBook({ isbn: '9780321486813' })")
    expect(sampleOf(library, 'borrowCopy')).toContain("api.borrowCopy({\n  isbn: 'text',\n  copy: 1,\n")
  })

  it('keeps what one of several alternatives has, where others have a member of the same name', () => {
    const rule = (name: string) => ({
      type: 'object',
      required: ['rule'],
      properties: { rule: { type: 'object', properties: { [name]: { type: 'integer' } } } },
    })
    const value = [{ rule: { least: 1 } }, { rule: { most: 9 } }]
    const schema = { type: 'array', items: { anyOf: [rule('least'), rule('most')] } }
    const model = readDocument({
      openapi: '3.1.0',
      info: { title: 'Rules', version: '1.0.0' },
      paths: {
        '/rules': {
          put: {
            operationId: 'setRules',
            requestBody: { content: { 'application/json': { schema, examples: { two: { value } } } } },
            responses: { 204: { description: 'none' } },
          },
        },
      },
    })
    const [operation] = model.operations

    expect(operation && typescriptSample(model, operation)).toContain(
      'body: [{ rule: { least: 1 } }, { rule: { most: 9 } }]',
    )
  })

  it('calls without an argument what takes none', () => {
    const model = readDocument({
      openapi: '3.1.0',
      info: { title: 'Clock', version: '1.0.0' },
      paths: { '/time': { get: { operationId: 'getTime', responses: { 204: { description: 'none' } } } } },
    })
    expect(sampleOf(model, 'getTime')).toContain('\nawait api.getTime()\n')
  })
})

it('has no example that its schema does not allow', () => {
  const parameters = [
    { name: 'limit', in: 'query', schema: { type: 'integer' }, example: 'ten' },
    { name: 'page', in: 'query', required: true, schema: { type: 'integer' }, example: 'first' },
  ]
  const responses = { 204: { description: 'None.' } }
  const model = readDocument({
    openapi: '3.1.1',
    info: { title: 'Pets', version: '1' },
    paths: { '/pets': { get: { operationId: 'listPets', parameters, responses } } },
  })
  expect(typescriptSample(model, operationOf(model, 'listPets'))).toContain('await api.listPets({ page: 1 })')
})

it('a sample of a form has no example that is no form', () => {
  const schema = { type: 'object', required: ['name'], properties: { name: { type: 'string' } } }
  const requestBody = { content: { 'multipart/form-data': { schema, example: [{ name: 'Rex' }] } } }
  const model = readDocument({
    openapi: '3.1.1',
    info: { title: 'Pets', version: '1' },
    paths: {
      '/pets': { post: { operationId: 'addPet', requestBody, responses: { 204: { description: 'Done.' } } } },
    },
  })
  expect(typescriptSample(model, operationOf(model, 'addPet'))).toContain("body: { name: 'text' }")
})
