import { expect, test } from 'vitest'
import { instead, replacing, without } from './change.ts'

const body = { email: 'ada@example.com', is_admin: false }

test('leaves a member out', () => {
  expect(without('email')(body)).toEqual({ is_admin: false })
})

test('replaces or adds a member, and leaves the original alone', () => {
  expect(replacing('email', null)(body)).toEqual({ email: null, is_admin: false })
  expect(replacing('extra', 1)(body)).toEqual({ ...body, extra: 1 })
  expect(body).toEqual({ email: 'ada@example.com', is_admin: false })
})

test('sends something else altogether', () => {
  expect(instead([])(body)).toEqual([])
})

test('says what it needs when there is no object to change', () => {
  expect(() => without('email')('text')).toThrow('such as {"email": "ada@example.com"}; the body is "text"')
})
