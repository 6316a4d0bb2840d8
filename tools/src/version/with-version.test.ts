import { expect, test } from 'vitest'
import { withVersion } from './with-version.ts'

test('changes the version and nothing else, comments included', () => {
  const text = 'openapi: 3.1.1\ninfo:\n  title: T # the name\n  version: 0.0.0 # of all packages\npaths: {}\n'
  expect(withVersion(text, '1.2.0')).toBe(text.replace('0.0.0', '1.2.0'))
})

test('refuses a document without a version', () => {
  expect(() => withVersion('openapi: 3.1.1\ninfo: { title: T }\n', '1.2.0')).toThrow(/no info\.version/)
})
