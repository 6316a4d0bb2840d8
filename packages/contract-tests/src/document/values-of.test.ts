import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brokenBody, brokenValue } from '../checks/chance/broken-body.ts'
import { createConformance } from './conformance.ts'
import type { Schema } from './operation.ts'
import { valuesOf } from './values-of.ts'

const schemas = {
  Email: { type: 'string', format: 'email', maxLength: 50 },
  NewUser: {
    type: 'object',
    required: ['email', 'username', 'is_admin'],
    properties: {
      email: { $ref: '#/components/schemas/Email' },
      username: { type: 'string', pattern: '^[\\w-]+$', maxLength: 50 },
      is_admin: { type: 'boolean' },
      company: { type: ['string', 'null'], maxLength: 30 },
    },
  },
}
const conformance = createConformance(schemas)

const kinds: readonly (readonly [string, Schema])[] = [
  ['an address', { $ref: '#/components/schemas/Email' }],
  ['a moment', { type: 'string', format: 'date-time' }],
  ['a text with limits', { type: 'string', minLength: 1, maxLength: 5 }],
  ['a text or null', { type: ['string', 'null'], maxLength: 3 }],
  ['a whole number with limits', { type: 'integer', minimum: 1, maximum: 100 }],
  ['a number above another', { type: 'number', exclusiveMinimum: 0 }],
  ['one of a list', { type: 'string', enum: ['a', 'b'] }],
  ['one of two schemas', { oneOf: [{ type: 'boolean' }, { type: 'integer' }] }],
  ['a list', { type: 'array', items: { type: 'integer' }, minItems: 1 }],
  ['an object', { $ref: '#/components/schemas/NewUser' }],
]

describe('valuesOf', () => {
  test.each(kinds)('makes up %s that its schema allows', (_what, schema) => {
    const values = fc.sample(valuesOf(schemas, schema), { numRuns: 200, seed: 11 })
    expect(values.flatMap((value) => conformance(schema, value))).toEqual([])
  })

  test('makes up texts of any characters but NUL', () => {
    const texts = fc.sample(valuesOf(schemas, { type: 'string' }), { numRuns: 300, seed: 11 })
    expect(texts.some((text) => (String(text).codePointAt(0) ?? 0) > 127)).toBe(true)
    expect(texts.some((text) => String(text).includes('\u0000'))).toBe(false)
  })

  test('writes moments in several zones', () => {
    const moments = fc.sample(valuesOf(schemas, { type: 'string', format: 'date-time' }), {
      numRuns: 50,
      seed: 11,
    })
    const endings = new Set(moments.map((moment) => String(moment).slice(-6)))
    expect(endings.size).toBeGreaterThan(10)
  })

  test('says which schema is missing', () => {
    const schema = { $ref: '#/components/schemas/Nobody' }
    expect(() => valuesOf(schemas, schema)).toThrow('No schema is called "Nobody".')
  })
})

describe('brokenBody', () => {
  const right = { email: 'ada@example.com', username: 'ada', is_admin: false }
  const schema = { $ref: '#/components/schemas/NewUser' }

  test('breaks the schema, or puts in what is no text', () => {
    const changes = fc.sample(brokenBody({ schemas, conformance }, schema), { numRuns: 300, seed: 11 })
    for (const change of changes) {
      const body = change(right)
      const isNoText = /\\u0000|\\ud[89a-f]/.test(JSON.stringify(body))
      expect(conformance(schema, body).length > 0 || isNoText, JSON.stringify(body)).toBe(true)
    }
  })

  test('breaks every member', () => {
    const changes = fc.sample(brokenBody({ schemas, conformance }, schema), { numRuns: 300, seed: 11 })
    const names = ['email', 'username', 'is_admin', 'company']
    const broken = names.filter((name) =>
      changes.some((change) => memberOf(change(right), name) !== memberOf(right, name)),
    )
    expect(broken).toEqual(names)
  })

  test('breaks numbers at their limits', () => {
    const schema = { type: 'integer', minimum: 1, maximum: 100 }
    const values = fc.sample(brokenValue({ schemas, conformance }, schema), { numRuns: 100, seed: 11 })
    expect(values.filter((value) => conformance(schema, value).length === 0)).toEqual([])
    expect(values.some((value) => typeof value === 'number')).toBe(true)
  })
})

function memberOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null
    ? Object.entries(body).find(([own]) => own === name)?.[1]
    : undefined
}
