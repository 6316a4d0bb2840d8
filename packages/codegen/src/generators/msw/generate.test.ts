import { describe, expect, test } from 'vitest'
import { readForeignDocument } from '../../../test/foreign-documents.ts'
import { readDocument } from '../../model/index.ts'
import { generate } from './generate.ts'

const parcels = await generate(readForeignDocument('parcels'))

function documentWith(responses: object, path = '/things', method = 'get') {
  return readDocument({
    openapi: '3.1.1',
    info: { title: 'Things', version: '1.0.0' },
    paths: { [path]: { [method]: { operationId: 'getThing', responses } } },
    components: { schemas: { Size: { type: 'object' } } },
  })
}

async function thing(responses: object, method?: string): Promise<string> {
  const files = await generate(documentWith(responses, undefined, method))
  return files.get('operations/getThing.ts') ?? ''
}

test('writes a file per operation, and the lists of them', () => {
  expect([...parcels.keys()].filter((file) => !file.startsWith('operations/'))).toEqual([
    'operations.ts',
    'answers.ts',
    'handlers.ts',
    'fixtures.ts',
  ])
  expect(parcels.get('operations/trackParcel.ts')).toContain("  path: '/parcels/{parcel_id}',")
})

describe('an answer', () => {
  test('has the bodies of all examples, by their names', async () => {
    const examples = { Small: { value: { size: 1 } }, Large: { value: { size: 9 } } }
    const content = { 'application/json': { schema: { type: 'object' }, examples } }
    const file = await thing({ 200: { description: 'A thing', content } })

    expect(file).toContain(
      "200: Answer<operations['getThing']['responses'][200]['content']['application/json'], 'Small' | 'Large'>",
    )
    expect(file).toContain('examples: { Small: { size: 1 }, Large: { size: 9 } }')
  })

  test('has the simplest valid body where the document gives no example', async () => {
    const content = { 'text/plain': { schema: { type: 'string', const: 'done' } } }
    const file = await thing({ 200: { description: 'Done', content } })

    expect(file).toContain("200: Answer<string, 'default'>")
    expect(file).toContain("examples: { default: 'done' }")
  })

  test.each([
    [{ type: 'object' }, false],
    [{ $ref: '#/components/schemas/Size' }, false],
    [{ allOf: [{ type: 'object' }, { properties: {} }] }, false],
    [{ oneOf: [{ type: 'object' }, { type: 'string' }] }, true],
    [{ type: ['object', 'null'] }, true],
    [{ anyOf: [{ type: 'object' }, { const: 'none' }] }, true],
    [{ properties: {} }, true],
    [{}, true],
  ])('says where a body of %j may be of another kind than its examples', async (schema, anyKind) => {
    const content = { 'application/json': { schema, example: { size: 1 } } }
    const file = await thing({ 200: { description: 'A thing', content } })

    expect(file.includes('anyKind: true')).toBe(anyKind)
  })

  test('has no body where the document has none, or the method', async () => {
    const content = { 'text/plain': { schema: { type: 'string' } } }

    expect(await thing({ 204: { description: 'Gone' } })).toContain('204: Answer<undefined, never>')
    expect(await thing({ 200: { description: 'There', content } }, 'head')).toContain(
      '200: Answer<undefined, never>',
    )
  })

  test('may stand for a class of statuses, or for all others', async () => {
    const file = await thing({ '4XX': { description: 'Yours' }, default: { description: 'Ours' } })

    expect(file).toContain("readonly '4XX': Answer<undefined, never>")
    expect(file).toContain("readonly 'default': Answer<undefined, never>")
  })

  test('has the headers that the document requires or shows, and no media type among them', async () => {
    const headers = {
      'Retry-After': { required: true, schema: { type: 'integer' }, example: 60 },
      ETag: { schema: { type: 'string' }, example: '"1"' },
      'X-Rare': { schema: { type: 'string' } },
      'Content-Type': { required: true, schema: { type: 'string' } },
    }
    const file = await thing({ 503: { description: 'Later', headers } })

    expect(file).toContain("503: Answer<undefined, never, 'Retry-After' | 'ETag'>")
    expect(file).toContain(`headers: { 'Retry-After': '60', ETag: '"1"' }`)
  })
})

test('the fixtures are the first example of each answer', () => {
  const fixtures = parcels.get('fixtures.ts')

  expect(fixtures).toContain('    404: trackParcel.answers[404].examples.default,')
  expect(fixtures).toContain('    304: undefined,')
})

test('a handler shows in the editor what the document says', () => {
  expect(parcels.get('handlers.ts')).toContain('   * - 404: No such parcel')
  expect(parcels.get('handlers.ts')).toContain('   * server.use(handlers.cancelParcel(401))')
})
