import { describe, expect, it } from 'vitest'
import { readForeignDocument } from '../../../test/foreign-documents.ts'
import type { Schema } from '../../model/index.ts'
import { siteContext } from './context.ts'
import { limitsOf } from './schema-limits.ts'
import { typeName, typeOf } from './schema-type.ts'

const model = readForeignDocument('library')
const author = { $ref: '#/components/schemas/Author' }

const types: readonly [inWords: string, inTypeScript: string, schema: Schema][] = [
  ['string', 'string', { type: 'string' }],
  ['integer (int64)', 'number', { type: 'integer', format: 'int64' }],
  ['string (date) or null', 'string | null', { type: ['string', 'null'], format: 'date' }],
  ['[Author](/schemas/#author)', 'Author', author],
  ['array of [Author](/schemas/#author)', 'Author[]', { type: 'array', items: author }],
  ['array of string or null', '(string | null)[]', { type: 'array', items: { type: ['string', 'null'] } }],
  [
    'list of number and string',
    '[number, string]',
    { type: 'array', prefixItems: [{ type: 'number' }, { type: 'string' }] },
  ],
  ['map of integer', 'Record<string, number>', { type: 'object', additionalProperties: { type: 'integer' } }],
  ['one of `"a"` or `"b"`', '"a" | "b"', { enum: ['a', 'b'] }],
  ['`"mm"`', '"mm"', { const: 'mm' }],
  ['number or null', 'number | null', { anyOf: [{ type: 'number' }, { type: 'null' }] }],
  ['[Author](/schemas/#author) and object', 'Author & object', { allOf: [author, { type: 'object' }] }],
  ['object', 'object', { properties: {} }],
  ['any', 'any', {}],
]

describe('the type of a value', () => {
  it.each(types)('is %s in words and %s in TypeScript', (inWords, inTypeScript, schema) => {
    expect(typeOf(siteContext(model), schema)).toBe(inWords)
    expect(typeName(model, schema)).toBe(inTypeScript)
  })
})

const limits: readonly [phrase: string, schema: Schema][] = [
  ['1 to 256 characters', { minLength: 1, maxLength: 256 }],
  ['at most 50 characters', { maxLength: 50 }],
  ['at least 1 character', { minLength: 1 }],
  ['exactly 10 characters', { minLength: 10, maxLength: 10 }],
  ['matches `^a$`', { pattern: '^a$' }],
  ['1 to 100', { minimum: 1, maximum: 100 }],
  ['0 or more', { minimum: 0 }],
  ['9 or less', { maximum: 9 }],
  ['more than 0', { exclusiveMinimum: 0 }],
  ['less than 1', { exclusiveMaximum: 1 }],
  ['at least 1 item', { minItems: 1 }],
  ['no item twice', { uniqueItems: true }],
  ['default `30`', { default: 30 }],
  ['only in answers', { readOnly: true }],
  ['only in requests', { writeOnly: true }],
  ['**secret**: never log it', { 'x-secret': true }],
]

describe('the limits of a value', () => {
  it.each(limits)('read %s', (phrase, schema) => {
    expect(limitsOf(schema)).toEqual([phrase])
  })

  it('are none where the schema has none', () => {
    expect(limitsOf({ type: 'string', minLength: 0 })).toEqual([])
  })
})
