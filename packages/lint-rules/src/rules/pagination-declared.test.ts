import { expect, test } from 'vitest'
import { documentWith, lintWith } from '../testing/lint.ts'

const lintPagination = (declared: string, names: readonly string[]) => {
  const parameters = names.map((name) => `    - { name: ${name}, in: query }`)
  const operation = ['get:', ...(declared ? [`  x-pagination: ${declared}`] : []), '  responses: {}']
  const all = [...operation, ...(names.length > 0 ? ['  parameters:', ...parameters] : [])]
  return lintWith('pagination-declared', documentWith(all.join('\n')))
}

test.each([
  ['', []],
  ['', ['page']],
  ['{ by: page, parameter: page, size: per_page, from: 1 }', ['page', 'per_page']],
  ['{ by: offset, parameter: skip }', ['skip']],
  ['{ by: cursor, parameter: after, items: /items, next: /next }', ['after']],
])('%j is right with %j', async (declared, names) => {
  expect(await lintPagination(declared, names)).toEqual([])
})

test.each([
  ['', ['page', 'per_page'], 'a declaration, since `page` and `per_page` are in the query', '#/get'],
  ['{ by: number, parameter: page }', ['page'], 'page, offset or cursor', '#/get/x-pagination'],
  ['{ by: page, parameter: p }', ['page'], 'one of the query: page', '#/get/x-pagination'],
  ['{ by: page, parameter: page, size: n }', ['page'], 'one of the query: page', '#/get/x-pagination'],
  ['{ by: page, parameter: page, from: 2 }', ['page'], '0 or, by page, 1', '#/get/x-pagination'],
  ['{ by: cursor, parameter: page }', ['page'], 'a JSON pointer to the next cursor', '#/get/x-pagination'],
])('%j is wrong with %j', async (declared, names, expected, at) => {
  const [problem, ...others] = await lintPagination(declared, names)
  expect(others).toEqual([])
  expect(problem?.message).toContain(expected)
  expect(problem?.at).toBe(`paths/operation.yaml${at}`)
})

test('where a parameter is a dead reference, nothing is said', async () => {
  const operation =
    'get:\n  x-pagination: { by: page, parameter: page }\n  parameters: [{ $ref: gone.yaml }]\n  responses: {}'
  expect(await lintWith('pagination-declared', documentWith(operation))).toEqual([])
})

test.each([
  ['', ['page', 'per_page'], '{ by: page, parameter: page, size: per_page, from: 1 }'],
  ['{ by: page, parameter: p }', ['number'], '{ by: page, parameter: number, from: 1 }'],
  ['{ by: cursor, parameter: aftr }', ['limit', 'after'], '{ by: cursor, parameter: after, next: /next }'],
])('of %j with %j the right example has the names of the query', async (declared, names, right) => {
  const [problem] = await lintPagination(declared, names)
  expect(problem?.message).toContain(`Right: \`x-pagination: ${right}\``)
})
