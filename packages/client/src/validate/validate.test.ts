import { describe, expect, test } from 'vitest'
import { createUserApi } from '../index.ts'
import { validate } from './index.ts'
import { problemOf, type Shape } from './shape.ts'

const account = {
  email: 'ada@example.com',
  login_type: 'password',
  super_admin: false,
  verified: true,
  name: null,
  company: 'Windmill',
}

function apiThatAnswers(body: unknown) {
  const fetch = () => Response.json(body)
  return createUserApi({ baseUrl: 'http://localhost:8000/api', auth: { kind: 'none' }, fetch, validate })
}

describe('validate', () => {
  test('finds nothing wrong with what the document describes, and with more of it', () => {
    expect(validate('globalWhoami', account)).toBeUndefined()
    expect(validate('globalWhoami', { ...account, further: 1 })).toBeUndefined()
    expect(validate('listUsersAsSuperAdmin', [account, account])).toBeUndefined()
    expect(validate('listUsernames', [])).toBeUndefined()
  })

  test('says what is missing, and where', () => {
    const { email, ...withoutEmail } = account

    expect(validate('globalWhoami', withoutEmail)).toBe('body.email is missing')
    expect(validate('listUsersAsSuperAdmin', [account, withoutEmail])).toBe('body[1].email is missing')
    expect(email).toBe('ada@example.com')
  })

  test('says what is of another type', () => {
    expect(validate('globalWhoami', { ...account, email: 42 })).toBe('body.email is number instead of string')
    expect(validate('globalWhoami', { ...account, name: [] })).toMatch(/^body.name is array instead of/)
    expect(validate('globalWhoami', null)).toBe('body is null instead of object')
    expect(validate('listUsernames', {})).toBe('body is object instead of array')
    expect(validate('listUsernames', ['ada', 1])).toBe('body[1] is number instead of string')
  })

  test('has nothing to say of text', () => {
    expect(validate('getCurrentEmail', 'ada@example.com')).toBeUndefined()
  })
})

describe('a client that validates', () => {
  test('returns what is right', async () => {
    expect(await apiThatAnswers(account).globalWhoami()).toEqual(account)
  })

  test('rejects with a DecodeError that says what is wrong, and keeps the text', async () => {
    const result = await apiThatAnswers({ ...account, email: null }).globalWhoami.safe()

    expect(result).toMatchObject({
      ok: false,
      error: {
        kind: 'decode',
        status: 200,
        message: expect.stringMatching(/^answered 200, but body.email is null instead of string: GET http/),
        text: JSON.stringify({ ...account, email: null }),
      },
    })
  })
})

describe('a shape', () => {
  const shapes: Record<string, Shape> = { Tree: { properties: { branches: { items: { $ref: 'Tree' } } } } }
  const problem = (shape: Shape, value: unknown) => problemOf(shape, { value, path: 'body', shapes })

  test('may refer to itself', () => {
    expect(problem({ $ref: 'Tree' }, { branches: [{ branches: [] }] })).toBeUndefined()
  })

  test('may be one of several, or all of them', () => {
    const text = { type: 'string' }
    const number = { type: 'integer' }

    expect(problem({ anyOf: [text, number] }, 1)).toBeUndefined()
    expect(problem({ anyOf: [text, number] }, 1.5)).toBe('body has none of its documented shapes')
    expect(problem({ allOf: [text, number] }, 1)).toBe('body is number instead of string')
  })

  test('has names of the server escaped, because what is wrong is printed', () => {
    const shape = { additionalProperties: { type: 'string' } }

    expect(problem(shape, { '\u001b[2J': 1 })).toBe('body.%1B[2J is number instead of string')
  })

  test('may name its values', () => {
    expect(problem({ enum: ['on', 'off'] }, 'on')).toBeUndefined()
    expect(problem({ enum: ['on', 'off'] }, 'changeme')).toBe('body is none of on, off')
  })
})
