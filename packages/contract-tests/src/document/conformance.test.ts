import { expect, test } from 'vitest'
import { createConformance } from './conformance.ts'

const conformance = createConformance({
  User: {
    type: 'object',
    required: ['email'],
    properties: {
      email: { type: 'string', format: 'email' },
      created_at: { type: 'string', format: 'date-time' },
      manager: { $ref: '#/components/schemas/User' },
    },
  },
})

const user = { $ref: '#/components/schemas/User' }

test('says nothing of a value that satisfies its schema', () => {
  expect(
    conformance(user, { email: 'ada@example.com', manager: { email: 'grace@example.com' } }),
  ).toBeUndefined()
  expect(conformance({ type: 'array', items: user }, [])).toBeUndefined()
})

test('says where a value leaves its schema, as deep as that is', () => {
  expect(conformance(user, {})).toBe("the value must have required property 'email'")
  expect(conformance({ type: 'array', items: user }, [{ email: 'a@b.cd', manager: { email: 1 } }])).toBe(
    'the value at /0/manager/email must be string',
  )
})

test.each(['2026-11-23T12:00:00Z', '2026-11-23T12:00:00.123456Z', '2026-11-23T13:00:00+01:00'])(
  'takes %s for a time',
  (created_at) => {
    expect(conformance(user, { email: 'ada@example.com', created_at })).toBeUndefined()
  },
)

test.each(['2026-11-23', '2026-11-23 12:00', '23.11.2026', '2026-13-23T12:00:00Z'])(
  'takes %s for none',
  (created_at) => {
    expect(conformance(user, { email: 'ada@example.com', created_at })).toContain(
      '/created_at must match format',
    )
  },
)

test('knows the keywords that OpenAPI adds to JSON Schema', () => {
  expect(conformance({ type: 'string', example: 'x', 'x-secret': true }, 'text')).toBeUndefined()
})
