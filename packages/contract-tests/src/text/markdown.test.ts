import { expect, test } from 'vitest'
import { markdownText } from './markdown.ts'

test.each([
  '<script>alert(1)</script>',
  '[a](http://example.com)',
  '![a](http://example.com)',
  '`a` *b* _c_ ~~d~~',
  'a | b \\| c \\\\| d',
  '# @somebody #1 &lt;',
])('has no markup in %s', (text) => {
  const escaped = markdownText(text)
  expect(escaped.replaceAll(/&#\d+;/g, '')).toMatch(/^[\w .:/;]*$/)
  const decoded = escaped.replaceAll(/&#(\d+);/g, (_found, number) => String.fromCharCode(number))
  expect(decoded).toBe(text)
})

test('leaves a sentence as it is', () => {
  expect(markdownText('http://localhost:8000/api: status 403, not 200')).toBe(
    'http://localhost:8000/api: status 403, not 200',
  )
})
