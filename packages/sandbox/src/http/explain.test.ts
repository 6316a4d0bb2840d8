import { expect, test } from 'vitest'
import { explain } from './explain.ts'
import { validators } from './validators.ts'

function explanationOf(key: string, value: unknown): string {
  const validator = validators[key]
  if (!validator || validator(value)) return 'valid'
  const [error] = validator.errors ?? []
  return error ? explain(error, value) : 'no reason'
}

const newUser = { email: 'katherine@example.com', username: 'katherine', is_admin: false }

test.each([
  [newUser, 'valid'],
  [[], 'the body must be an object, and is an array'],
  [null, 'the body must be an object, and is null'],
  [{ ...newUser, email: undefined }, 'email is missing'],
  [{ ...newUser, is_admin: 'no' }, 'is_admin must be a boolean, and is a string'],
  [{ ...newUser, email: 'katherine' }, 'email must be an e-mail address such as ada@example.com'],
  [{ ...newUser, username: 'x'.repeat(51) }, 'username must have 50 or fewer characters, and has 51'],
  [{ ...newUser, username: 'a b' }, 'username must match ^[\\w-]+$'],
])('says of %j: %s', (value, expected) => {
  expect(explanationOf('createUser body', value)).toBe(expected)
})

test('names all types that would do', () => {
  expect(explanationOf('createToken body', { label: 7 })).toBe(
    'label must be a string or null, and is a number',
  )
})

test('never repeats a text, which may be a secret', () => {
  expect(explanationOf('setPassword body', { password: 'x'.repeat(257) })).toBe(
    'password must have 256 or fewer characters, and has 257',
  )
})

test('shows a number', () => {
  expect(explanationOf('listUsersAsSuperAdmin query', { page: 1, per_page: 500 })).toBe(
    'per_page must be 100 or less, and is 500',
  )
})
