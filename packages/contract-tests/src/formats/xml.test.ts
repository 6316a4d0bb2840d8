import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { writeXml } from './xml.ts'

/** Reads what was written with a parser that is not ours. */
function read(xml: string) {
  expect(XMLValidator.validate(xml)).toBe(true)
  const parser = new XMLParser({
    ...{ ignoreAttributes: false, attributeNamePrefix: '@', trimValues: false, parseTagValue: false },
    ...{ htmlEntities: true, ignoreDeclaration: true },
  })
  return parser.parse(xml)
}

test('writes elements, attributes and texts', () => {
  const children = [
    { name: 'case', attributes: { name: 'one' } },
    { name: 'case', attributes: {}, content: 'text' },
  ]
  expect(writeXml({ name: 'suite', attributes: { tests: 2 }, content: children })).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<suite tests="2">\n  <case name="one"/>\n  <case>text</case>\n</suite>\n',
  )
})

test.each(['<script>alert("1")</script>', ']]> & &amp; \' "', 'tab\tline\nreturn\r end ', 'γειά 🙂 \u2028'])(
  'a parser reads %j back, from an attribute and from a text',
  (text) => {
    const { e } = read(writeXml({ name: 'e', attributes: { a: text }, content: text }))
    expect(e).toEqual({ '@a': text, '#text': text })
  },
)

test('replaces what XML cannot hold', () => {
  const { e } = read(writeXml({ name: 'e', attributes: {}, content: 'a\u0000b\u001bc\uD800d\uFFFFe\u0085f' }))
  expect(e).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf')
})
