import { expect, test } from 'vitest'
import { limitValues } from './limits.ts'

test.each([
  ['a text', { type: 'string', maxLength: 2 }, ['xx', '😀😀']],
  ['a text that is not empty', { type: 'string', minLength: 1 }, ['x']],
  ['an address', { type: 'string', format: 'email', maxLength: 14 }, ['xx@example.com', '😀😀@example.com']],
  ['a number', { type: 'integer', minimum: 1, maximum: 100 }, [1, 100]],
  ['a boolean', { type: 'boolean' }, []],
])('knows the values at the limits of %s', (_what, schema, values) => {
  expect(limitValues(schema)).toEqual(values)
})
