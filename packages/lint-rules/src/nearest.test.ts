import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

test.each([
  ['inviteUsr', ['inviteUser', 'listUsers'], 'inviteUser'],
  ['Summary', ['summary', 'description'], 'summary'],
  ['datetime', ['date', 'time', 'date-time'], 'date-time'],
])('%s is meant to be one of %j: %s', (name, known, meant) => {
  expect(nearest(name, known)).toBe(meant)
})

test.each([
  ['phone', ['date-time', 'uuid']],
  ['by', ['id']],
  ['phone', []],
])('%s is meant to be none of %j', (name, known) => {
  expect(nearest(name, known)).toBeUndefined()
})
