import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDocument } from '../src/index.ts'
import { type Transplant, transplant } from './transplant.ts'

const number = (name: string, schema: object = {}) => ({
  name,
  in: 'query',
  schema: { type: 'integer', ...schema },
})
const list = { type: 'array', items: { type: 'integer' } }
const page = {
  type: 'object',
  required: ['items'],
  properties: { items: list, next: { type: ['string', 'null'] } },
}
const wrapped = { type: 'object', properties: { data: page } }

function listing(operationId: string, parameters: object[], schema: object, pagination?: object) {
  const responses = { 200: { description: 'ok', content: { 'application/json': { schema } } } }
  return { get: { operationId, parameters, responses, ...(pagination && { 'x-pagination': pagination }) } }
}

const cursor = { name: 'after', in: 'query', schema: { type: 'string' } }

const document = {
  openapi: '3.1.1',
  info: { title: 'Pages', version: '1.0.0' },
  security: [],
  paths: {
    '/pages': listing('byPage', [number('p'), number('n', { default: 2 })], list, {
      by: 'page',
      parameter: 'p',
      size: 'n',
      from: 0,
    }),
    '/offsets': listing('byOffset', [number('skip'), number('take')], page, {
      by: 'offset',
      parameter: 'skip',
      size: 'take',
      items: '/items',
    }),
    '/cursors': listing('byCursor', [cursor], wrapped, {
      by: 'cursor',
      parameter: 'after',
      items: '/data/items',
      next: '/data/next',
    }),
    '/usual': listing('usual', [number('page', { default: 1 }), number('per_page', { default: 2 })], list),
    '/zero': listing('fromZero', [number('page', { default: 0 }), number('per_page', { default: 2 })], list),
    '/unsaid': listing('unsaid', [number('offset'), number('limit')], list),
    '/lists': listing(
      'lists',
      [number('page', { type: ['integer', 'null'] }), number('per_page', list)],
      list,
    ),
  },
}

type Paged = {
  items(input?: object): AsyncGenerator<number>
  pages(input?: object): AsyncGenerator<number[]>
}
let packages: Transplant
let apiOver: (answer: (query: URLSearchParams) => unknown) => {
  readonly sent: string[]
  readonly api: Record<string, Paged>
}

beforeAll(async () => {
  packages = await transplant(readDocument(document))
  const { createUserApi } = await import(path.join(packages.folder('client'), 'src/index.ts'))
  apiOver = (answer) => {
    const sent: string[] = []
    const fetch = (url: string) => {
      const { search, searchParams } = new URL(url)
      sent.push(search)
      return Response.json(answer(searchParams))
    }
    return { sent, api: createUserApi({ baseUrl: 'https://api.example', auth: { kind: 'none' }, fetch }) }
  }
})

afterAll(() => packages.remove())

const all = [1, 2, 3, 4, 5]

/** A part of all items. */
const part = (from: number, count: number) => all.slice(from, from + count)

async function itemsOf(items: AsyncGenerator<number> | undefined): Promise<number[]> {
  const came: number[] = []
  for await (const item of items ?? []) came.push(item)
  return came
}

describe('items', () => {
  test('come page by page, from 0', async () => {
    const { api, sent } = apiOver((query) => part(Number(query.get('p')) * 2, Number(query.get('n'))))
    expect(await itemsOf(api['byPage']?.items())).toEqual(all)
    expect(sent).toEqual(['?p=0&n=2', '?p=1&n=2', '?p=2&n=2'])
  })

  test('come by offset, in steps of what came', async () => {
    const { api, sent } = apiOver((query) => ({ items: part(Number(query.get('skip')), 3) }))
    expect(await itemsOf(api['byOffset']?.items())).toEqual(all)
    expect(sent).toEqual(['?skip=0', '?skip=3', '?skip=5'])
  })

  test('come by offset in pages of a size, until one is not full', async () => {
    const { api, sent } = apiOver((query) => ({ items: part(Number(query.get('skip')), 2) }))
    expect(await itemsOf(api['byOffset']?.items({ take: 2 }))).toEqual(all)
    expect(sent).toEqual(['?skip=0&take=2', '?skip=2&take=2', '?skip=4&take=2'])
  })

  test.each([null, '', undefined])('come by cursor until the next one is %j', async (end) => {
    const next = (after: number) => (after + 2 < all.length ? `${after + 2}` : end)
    const { api, sent } = apiOver((query) => {
      const after = Number(query.get('after') ?? 0)
      return { data: { items: part(after, 2), next: next(after) } }
    })
    expect(await itemsOf(api['byCursor']?.items())).toEqual(all)
    expect(sent).toEqual(['', '?after=2', '?after=4'])
  })

  test('end with an error where the same cursor comes again', async () => {
    const { api } = apiOver(() => ({ data: { items: [1], next: 'x' } }))
    await expect(itemsOf(api['byCursor']?.items())).rejects.toMatchObject({
      kind: 'refused',
      argument: 'after',
    })
  })

  test('come by the usual names without a word, from where the document begins', async () => {
    const { api, sent } = apiOver((query) => part((Number(query.get('page')) - 1) * 2, 2))
    expect(await itemsOf(api['usual']?.items())).toEqual(all)
    expect(sent[0]).toBe('?page=1&per_page=2')
    const zero = apiOver((query) => part(Number(query.get('page')) * 2, 2))
    expect(await itemsOf(zero.api['fromZero']?.items())).toEqual(all)
    expect(zero.sent[0]).toBe('?page=0&per_page=2')
  })

  test('are not guessed from other names', () => {
    expect(apiOver(() => []).api['unsaid']).not.toHaveProperty('items')
  })

  test('are not guessed from usual names of what cannot be counted', () => {
    expect(apiOver(() => []).api['lists']).not.toHaveProperty('items')
  })
})

/** What a user writes: the compiler refuses it where a type is another one. */
const program = `
import type { UserApi } from '../index.ts'

export async function sum(api: UserApi): Promise<number> {
  let total = 0
  for await (const item of api.byPage.items({ n: 3 })) total += item
  for await (const item of api.byOffset.items()) total += item
  for await (const page of api.byCursor.pages()) total += page.length + (page[0] ?? 0)
  // @ts-expect-error an item is no text
  for await (const item of api.byCursor.items()) item.trim()
  return total
}
`

test.each(['client', 'react-query', 'docs'])('what is generated for %s compiles', async (name) => {
  if (name === 'client') await writeFile(path.join(packages.folder(name), 'src/types/program.ts'), program)
  expect(await packages.problems(name)).toEqual([])
})

test.each<[object, string]>([
  [{ by: 'number', parameter: 'p' }, '"by" is none of page, offset and cursor'],
  [{ by: 'page', parameter: 'q' }, '"parameter" names no parameter of the query'],
  [{ by: 'page', parameter: 'p', size: 'm' }, '"size" names no parameter of the query'],
  [{ by: 'page', parameter: 'text' }, '"text" takes no number'],
  [{ by: 'offset', parameter: 'p', size: 'text' }, '"text" takes no number'],
  [{ by: 'page', parameter: 'p', from: 2 }, '"from" is neither 0 nor, by page, 1'],
  [{ by: 'page', parameter: 'p', items: 'data' }, '"items" is no JSON pointer'],
  [{ by: 'page', parameter: 'p', items: '/next' }, '"items" leads to no list'],
  [{ by: 'cursor', parameter: 'p', items: '/items' }, '"next" is there by cursor'],
  [{ by: 'cursor', parameter: 'p', items: '/items', next: '/more' }, '"next" leads nowhere'],
])('%j is refused', (pagination, problem) => {
  const { refusals } = readDocument({
    ...document,
    paths: {
      '/a': listing('a', [number('p'), number('n'), number('text', { type: 'string' })], page, pagination),
    },
  })
  expect(refusals.map(({ message }) => message)).toEqual([expect.stringContaining(problem)])
  expect(refusals[0]?.pointer).toBe('#/paths/~1a/get/x-pagination')
})
