import { expect, test } from 'vitest'
import { createNames } from './names.ts'

test('gives every name once, and says who made it', () => {
  const names = createNames('3f6c1c1e')
  const given = [
    names.email('user'),
    names.email('user'),
    names.workspace(),
    names.workspace(),
    names.username(),
  ]
  expect(new Set(given).size).toBe(given.length)
  for (const name of given) expect(name).toMatch(/^contract-/)
})

test('keeps within the limits of the contract', () => {
  const names = createNames('abcdefghijkl')
  for (let count = 0; count < 10_000; count += 1) names.username()
  expect(names.email('workspace-admin').length).toBeLessThanOrEqual(50)
  expect(names.workspace()).toMatch(/^\w+(-\w+)*$/)
  expect(names.workspace().length).toBeLessThanOrEqual(50)
})
