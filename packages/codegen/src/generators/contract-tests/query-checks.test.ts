import { expect, test } from 'vitest'
import { readDocument, type Schema } from '../../model/index.ts'
import { queryChecks } from './query-checks.ts'

function checksOf(schema: Schema): string {
  const model = readDocument({
    openapi: '3.1.0',
    info: { title: 'Pages', version: '1' },
    paths: {
      '/things': {
        get: {
          operationId: 'listThings',
          parameters: [{ name: 'page', in: 'query', schema }],
          responses: { 200: { description: '' }, 422: { description: '' } },
        },
      },
    },
  })
  return model.operations.flatMap((operation) => queryChecks(model, operation)).join('\n')
}

test('sends what does not parse, is out of range or is given twice', () => {
  const text = checksOf({ type: 'integer', minimum: 1, maximum: 100, default: 1 })
  expect([...text.matchAll(/\['([^']+)', (\{.*\})\],/g)].map(([, what, query]) => [what, query])).toEqual([
    ['page is no number', "{ page: 'many' }"],
    ['page is empty', "{ page: '' }"],
    ['page is no whole number', "{ page: '1.5' }"],
    ['page is less than 1', "{ page: '0' }"],
    ['page is more than 100', "{ page: '101' }"],
    ['page is given twice', "{ page: ['1', '1'] }"],
  ])
})

test.each<[Schema, string]>([
  [{ type: 'string', enum: ['a', 'b'] }, 'page is outside its enumeration'],
  [{ type: 'boolean' }, 'page is no boolean'],
  [{ type: 'string', format: 'date-time' }, 'page is no date-time'],
])('knows what a parameter of %j does not take', (schema, what) => {
  expect(checksOf(schema)).toContain(what)
})

test('has nothing to say of a parameter that takes any text', () => {
  expect(checksOf({ type: 'string' })).toBe('')
})
