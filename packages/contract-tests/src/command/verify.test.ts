import { expect, test } from 'vitest'
import { describeNewest } from './verify.ts'

const installed = { version: '1.0.0', operations: ['login', 'whoami'] }

test('says what the newest version adds and removes', () => {
  const newest = { version: '2.0.0', operations: ['login', 'whois', 'countTokens'] }
  expect(describeNewest(installed, newest)).toBe(
    'The newest contract is 2.0.0. It adds whois, countTokens and removes whoami.',
  )
})

test('says that a newer version has the same operations', () => {
  expect(describeNewest(installed, { ...installed, version: '1.0.1' })).toBe(
    'The newest contract is 1.0.1. It has the same operations.',
  )
})

test('says that the installed version is the newest', () => {
  expect(describeNewest(installed, installed)).toBe('1.0.0 is the newest contract.')
})

test('says why it does not know', () => {
  expect(describeNewest(installed, { reason: 'npm is not installed' })).toBe(
    'Whether there is a newer contract than 1.0.0 is not known: npm is not installed.',
  )
})
