import { expect, test } from 'vitest'
import { inWords } from './runtime-expression.ts'

test.each([
  ['$request.path.workspace', 'the `workspace` that you sent'],
  ['$request.query.page', 'the `page` that you sent'],
  ['$request.body#/email', 'the `email` of the body that you sent'],
  ['$response.body', 'the response'],
  ['$response.body#/id', 'the `id` of the response'],
  ['$response.body#/0/token_prefix', 'the `token_prefix` of the first item of the response'],
  ['$response.header.Location', 'the header `Location` of the response'],
  ['demo', '`demo`'],
  [7, '`7`'],
])('%s is %s', (expression, words) => {
  expect(inWords(expression)).toBe(words)
})
