import { expect, test } from 'vitest'
import { deleteToken } from '../generated/deleteToken.contract.test.ts'
import { checkNames } from './checks-of.ts'

test('an operation is held to its single calls first, then to its scenario and workflows', () => {
  const rules = checkNames(deleteToken).map(({ rule }) => rule)
  expect(rules[0]).toBe('valid-call')
  expect(rules.slice(-2)).toEqual(['path-odd', 'workflow'])
})
