import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDocument } from '../src/index.ts'
import { type Transplant, transplant } from './transplant.ts'

/** The values of the table of OpenAPI 3.1.1, section 4.8.12.5.1, and their names there. */
const values = {
  empty: '',
  string: 'blue',
  array: ['blue', 'black', 'brown'],
  object: { R: 100, G: 200, B: 150 },
}
type Column = keyof typeof values

/** The same table: place, style, `explode`, and each value as it is written; what it calls undefined is left out. */
const table: readonly (readonly [string, string, boolean, { readonly [Name in Column]?: string }])[] = [
  [
    'path',
    'matrix',
    false,
    {
      empty: ';color',
      string: ';color=blue',
      array: ';color=blue,black,brown',
      object: ';color=R,100,G,200,B,150',
    },
  ],
  [
    'path',
    'matrix',
    true,
    {
      empty: ';color',
      string: ';color=blue',
      array: ';color=blue;color=black;color=brown',
      object: ';R=100;G=200;B=150',
    },
  ],
  ['path', 'label', false, { string: '.blue', array: '.blue,black,brown', object: '.R,100,G,200,B,150' }],
  ['path', 'label', true, { string: '.blue', array: '.blue.black.brown', object: '.R=100.G=200.B=150' }],
  ['path', 'simple', false, { string: 'blue', array: 'blue,black,brown', object: 'R,100,G,200,B,150' }],
  ['path', 'simple', true, { string: 'blue', array: 'blue,black,brown', object: 'R=100,G=200,B=150' }],
  [
    'query',
    'form',
    false,
    {
      empty: 'color=',
      string: 'color=blue',
      array: 'color=blue,black,brown',
      object: 'color=R,100,G,200,B,150',
    },
  ],
  [
    'query',
    'form',
    true,
    {
      empty: 'color=',
      string: 'color=blue',
      array: 'color=blue&color=black&color=brown',
      object: 'R=100&G=200&B=150',
    },
  ],
  [
    'query',
    'spaceDelimited',
    false,
    { array: 'color=blue%20black%20brown', object: 'color=R%20100%20G%20200%20B%20150' },
  ],
  [
    'query',
    'pipeDelimited',
    false,
    { array: 'color=blue%7Cblack%7Cbrown', object: 'color=R%7C100%7CG%7C200%7CB%7C150' },
  ],
  ['query', 'deepObject', true, { object: 'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150' }],
  [
    'header',
    'simple',
    false,
    { empty: '', string: 'blue', array: 'blue,black,brown', object: 'R,100,G,200,B,150' },
  ],
  [
    'header',
    'simple',
    true,
    { empty: '', string: 'blue', array: 'blue,black,brown', object: 'R=100,G=200,B=150' },
  ],
  [
    'cookie',
    'form',
    false,
    {
      empty: 'color=',
      string: 'color=blue',
      array: 'color=blue,black,brown',
      object: 'color=R,100,G,200,B,150',
    },
  ],
]

const typeOf = {
  empty: { type: 'string' },
  string: { type: 'string' },
  array: { type: 'array', items: { type: 'string' } },
  object: { type: 'object', additionalProperties: { type: 'integer' } },
}

/** What the type of a parameter may be besides: the value decides how it is written. */
const wrappings: Readonly<Record<string, (schema: { type: string }) => object>> = {
  plain: (schema) => schema,
  nullable: (schema) => ({ ...schema, type: [schema.type, 'null'] }),
  'anyOf of it and a text': (schema) => ({ anyOf: [schema, { type: 'string' }] }),
  'a reference': ({ type }) => ({ $ref: `#/components/schemas/${type}` }),
}

interface Case {
  readonly id: string
  readonly title: string
  readonly column: Column
  readonly expected: string
  readonly parameter: { readonly in: string; readonly [key: string]: unknown }
}

const cases: readonly Case[] = table.flatMap(([location, style, explode, row]) =>
  (Object.keys(row) as Column[]).flatMap((column) =>
    Object.entries(wrappings)
      .filter(([wrapping]) => !(wrapping !== 'plain' && location === 'cookie'))
      .map(([wrapping, wrap], index) => ({
        id: `${location}_${style}_${explode}_${column}_${index}`,
        title: `${location}, ${style}${explode ? ', exploded' : ''}, ${column}, ${wrapping}`,
        column,
        expected: row[column] ?? '',
        parameter: {
          name: 'color',
          in: location,
          required: location === 'path',
          style,
          explode,
          schema: wrap(typeOf[column]),
        },
      })),
  ),
)

const { empty: _, ...named } = typeOf
const model = readDocument({
  openapi: '3.1.1',
  info: { title: 'Styles', version: '1.0.0' },
  components: { schemas: named },
  paths: Object.fromEntries(
    cases.map(({ id, parameter }) => [
      parameter.in === 'path' ? `/${id}/{color}` : `/${id}`,
      { get: { operationId: id, parameters: [parameter], responses: { 204: { description: 'done' } } } },
    ]),
  ),
})

let packages: Transplant
let call: (id: string, input: object) => Promise<Request>

beforeAll(async () => {
  packages = await transplant(model, ['client'])
  const { createUserApi } = await import(path.join(packages.folder('client'), 'src/index.ts'))
  call = async (id, input) => {
    const sent: Request[] = []
    const fetch = async (url: string, init: RequestInit) => {
      sent.push(new Request(url, init))
      return new Response(null, { status: 204 })
    }
    await createUserApi({ baseUrl: 'https://api.example', auth: { kind: 'none' }, fetch })[id](input)
    const [request] = sent
    if (!request) throw new Error('nothing was sent')
    return request
  }
})

afterAll(() => packages.remove())

test('no form of the table is refused', () => {
  expect(model.refusals).toEqual([])
})

describe('a parameter is written as the table of OpenAPI has it', () => {
  test.each(cases.map((each) => [each.title, each] as const))('%s', async (_title, each) => {
    const request = await call(each.id, { color: values[each.column] })
    const url = new URL(request.url)
    const written = {
      path: url.pathname.slice(`/${each.id}/`.length),
      query: url.search.slice(1),
      header: request.headers.get('color'),
      cookie: request.headers.get('cookie'),
    }
    expect(written[each.parameter.in as keyof typeof written]).toBe(each.expected)
  })
})

test('what is undefined, null or an empty list is left out', async () => {
  for (const color of [undefined, null, []]) {
    const { search } = new URL((await call('query_form_true_array_0', { color })).url)
    expect(search).toBe('')
  }
})

test('reserved characters are encoded, in names of members too', async () => {
  const { search } = new URL((await call('query_form_true_object_0', { color: { 'a&b': 'c=d' } })).url)
  expect(search).toBe('?a%26b=c%3Dd')
})

test('a list inside of another one is refused, because no style has a form for it', async () => {
  await expect(call('query_form_true_array_0', { color: [['blue']] })).rejects.toThrow(/refused color/)
})

test('a path value that leads elsewhere is refused, whatever its style', async () => {
  for (const color of ['', '.', '..', []])
    await expect(call('path_simple_false_array_2', { color })).rejects.toThrow(/refused color/)
})
