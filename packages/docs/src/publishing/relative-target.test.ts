import { expect, test } from 'vitest'
import { relativeRoot, relativeTarget } from './relative-target.ts'

test.each([
  ['index.html', '/', 'index.html'],
  ['index.html', '/reference/', 'reference/index.html'],
  ['reference/whois/index.html', '/', '../../index.html'],
  ['reference/whois/index.html', '/reference/whoami/', '../whoami/index.html'],
  ['reference/whois/index.html', '/favicon.svg', '../../favicon.svg'],
  ['quick-start/index.html', '/errors/#roles', '../errors/index.html#roles'],
  ['errors/index.html', '/errors/#roles', '#roles'],
  ['errors/index.html', '/errors/', 'index.html'],
  ['reference/whois.md', '/errors.md#roles', '../errors.md#roles'],
])('from %s, %s is %s', (file, target, expected) => {
  expect(relativeTarget(file, target)).toBe(expected)
})

test('the root is as many folders up as the file is deep', () => {
  expect(relativeRoot('index.html')).toBe('./')
  expect(relativeRoot('reference/whois/index.html')).toBe('../../')
})
