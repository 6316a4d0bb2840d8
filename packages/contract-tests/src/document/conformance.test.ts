import { expect, test } from 'vitest'
import { createConformance } from './conformance.ts'

const conformance = createConformance({
  Email: { type: 'string', format: 'email' },
  Token: { type: 'object', required: ['label'], properties: { label: { type: 'string' } } },
  User: {
    type: 'object',
    required: ['email'],
    properties: {
      email: { type: 'string', format: 'email' },
      created_at: { type: 'string', format: 'date-time' },
      manager: { $ref: '#/components/schemas/User' },
      age: { type: ['integer', 'null'], minimum: 0 },
      name: { type: 'string', minLength: 2, maxLength: 5, pattern: '^[a-z]*$' },
      role: { enum: ['admin', 'member'] },
    },
  },
})

const user = { $ref: '#/components/schemas/User' }

test('says nothing of a value that satisfies its schema', () => {
  expect(
    conformance(user, { email: 'ada@example.com', manager: { email: 'grace@example.com' }, age: null }),
  ).toEqual([])
  expect(conformance({ type: 'array', items: user }, [])).toEqual([])
})

test('says where a value breaks its schema, as deep as that is', () => {
  expect(conformance(user, {})).toMatchObject([{ place: '/email', expected: 'present', actual: 'absent' }])
  expect(
    conformance({ type: 'array', items: user }, [{ email: 'a@b.cd', manager: { email: 1 } }]),
  ).toMatchObject([{ place: '/0/manager/email', expected: 'a string', actual: 'a number' }])
})

test('says where the document asks for it', () => {
  const token = { $ref: '#/components/schemas/Token' }
  const pointer = '/components/schemas/Token/properties/label'
  expect(conformance(token, {})).toEqual([
    { place: '/label', expected: 'present', actual: 'absent', pointer },
  ])
  expect(conformance({ type: 'array', items: token }, [{ label: 1 }])).toEqual([
    { place: '/0/label', expected: 'a string', actual: 'a number', pointer },
  ])
  expect(
    conformance({ properties: { email: { $ref: '#/components/schemas/Email' } } }, { email: 'x' }),
  ).toEqual([
    {
      place: '/email',
      expected: 'the format email',
      actual: 'a string that is not',
      pointer: '/components/schemas/Email',
    },
  ])
})

test('reports every difference, and one that occurs in several items once', () => {
  const list = [{ email: 1 }, { email: 2, role: 'owner' }, { email: 'a@b.cd' }]
  expect(conformance({ type: 'array', items: user }, list)).toMatchObject([
    { place: '/0/email', expected: 'a string', actual: 'a number' },
    { place: '/0/role', expected: 'one of ["admin","member"]', actual: '"owner"' },
  ])
})

test.each([
  [{ age: '3' }, '/age', 'an integer or null', 'a string'],
  [{ age: -1 }, '/age', 'at least 0', '-1'],
  [{ name: 'a' }, '/name', 'at least 2 characters', 'a shorter text'],
  [{ name: 'abcdef' }, '/name', 'at most 5 characters', 'a longer text'],
  [{ name: 'ab1' }, '/name', 'a match of ^[a-z]*$', 'a string that is not'],
  [{ manager: [] }, '/manager', 'an object', 'an array'],
])('describes %j in words that are the same in every run', (value, place, expected, actual) => {
  expect(conformance(user, { email: 'a@b.cd', ...value })).toMatchObject([{ place, expected, actual }])
})

test('has no pointer for a schema without a name', () => {
  expect(conformance({ type: 'string', minLength: 3 }, 'ab')).toEqual([
    { place: '', expected: 'at least 3 characters', actual: 'a shorter text', pointer: undefined },
  ])
})

test('names a property that a closed schema does not allow', () => {
  const closed = { type: 'object', properties: { id: {} }, additionalProperties: false }
  expect(conformance(closed, { id: 1, secret: 2 })).toEqual([
    { place: '/secret', expected: 'absent', actual: 'present', pointer: undefined },
  ])
})

test.each(['2026-11-23T12:00:00Z', '2026-11-23T12:00:00.123456Z', '2026-11-23T13:00:00+01:00'])(
  'takes %s for a time',
  (created_at) => {
    expect(conformance(user, { email: 'ada@example.com', created_at })).toEqual([])
  },
)

test.each(['2026-11-23', '2026-11-23 12:00', '23.11.2026', '2026-13-23T12:00:00Z'])(
  'does not take %s for a time',
  (created_at) => {
    expect(conformance(user, { email: 'ada@example.com', created_at })).toMatchObject([
      { place: '/created_at', expected: 'the format date-time' },
    ])
  },
)

test('knows the keywords that OpenAPI adds to JSON Schema', () => {
  expect(conformance({ type: 'string', example: 'x', 'x-secret': true }, 'text')).toEqual([])
})
