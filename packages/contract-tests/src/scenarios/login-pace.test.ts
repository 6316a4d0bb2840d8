import { expect, test } from 'vitest'
import { isGross } from './login-pace.ts'

const hashed = [31, 30, 33, 29, 35, 30, 32, 31]

test.each([
  ['an unknown e-mail is refused without a hash', [2, 2, 3, 2, 4, 2, 3, 2]],
  ['one of those responses was held up', [2, 2, 3, 2, 400, 2, 3, 2]],
  ['an unknown e-mail takes seconds', hashed.map((time) => time + 300)],
])('tells them apart when %s', (_what, unknown) => {
  expect(isGross(hashed, unknown)).toBe(true)
  expect(isGross(unknown, hashed)).toBe(true)
})

test.each([
  ['both take a hash', [30, 32, 31, 29, 33, 36, 28, 31]],
  ['one is twice as slow', hashed.map((time) => time * 2)],
  ['a load holds up some of one kind', [31, 300, 30, 280, 33, 290, 310, 30]],
  ['the difference is a few milliseconds', [1, 1, 1, 1, 1, 1, 1, 1]],
])('does not when %s', (_what, unknown) => {
  const known = unknown[0] === 1 ? [5, 5, 5, 5, 5, 5, 5, 5] : hashed
  expect(isGross(known, unknown)).toBe(false)
})
