import { expect, test } from 'vitest'
import { reasonOf } from './newest.ts'

test.each([
  ['the package was never published', { code: 1, stderr: 'npm error code E404' }, /no release of it/],
  ['there is no network', { code: 1, stderr: 'npm error code ENOTFOUND' }, /cannot be reached/],
  ['the registry is closed', { code: 1, stderr: 'npm error connect ECONNREFUSED' }, /cannot be reached/],
  ['there is no npm', { code: 'ENOENT' }, /npm is not installed/],
  ['it takes too long', { killed: true, code: null }, /no answer in 30 s/],
  ['anything else happens', { code: 7, stderr: 'npm error code EBADENGINE' }, /npm ended with 7/],
])('says in words that %s', (_, failure, reason) => {
  expect(reasonOf(failure)).toMatch(reason)
})
