import { expect, test } from 'vitest'
import { literal, memberName, quoted } from './literal.ts'

test('quotes text with single quotes and escapes what would end it', () => {
  expect(quoted(`it's "fine"\n`)).toBe(`'it\\'s "fine"\\n'`)
})

test('quotes only the member names that need it', () => {
  expect([memberName('per_page'), memberName('isbn-13')]).toEqual(['per_page', "'isbn-13'"])
})

test('writes a short object on one line', () => {
  expect(literal({ email: 'ada@example.com', admin: false, name: null })).toBe(
    "{ email: 'ada@example.com', admin: false, name: null }",
  )
})

test('writes a long object with a member per line, nested ones deeper', () => {
  const text = literal({ first: 'x'.repeat(50), second: { third: 'y'.repeat(90) } })
  expect(text).toBe(`{\n  first: '${'x'.repeat(50)}',\n  second: {\n    third: '${'y'.repeat(90)}',\n  },\n}`)
})

test('writes a value that evaluates to itself', () => {
  const value = { list: [1, 'two', null, { 'odd name': `it's\\ "x"\u2028` }], empty: {}, none: [] }
  expect(new Function(`return ${literal(value)}`)()).toEqual(value)
})
