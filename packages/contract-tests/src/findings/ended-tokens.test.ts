import { expect, test } from 'vitest'
import { differenceWith } from '../../test/report.ts'
import { keyOf, type ObservedDifference } from './difference.ts'
import * as tokens from './ended-tokens.ts'

const situation = 'a token that was deleted'

/** What is explained where no operation, or only these, have refused the token. */
function endedTokens(differences: readonly ObservedDifference[], ...refusing: readonly string[]) {
  return tokens.endedTokens(differences, (asked) => new Set(asked === situation ? refusing : []))
}

/** That an operation goes on to accept such a token. */
function accepting(operation: string, actual = '200'): ObservedDifference {
  return differenceWith({ operation, rule: 'credentials-revoked', situation, expected: '401', actual })
}

/** What the scenario of the operation that ends the token shows. */
const own = differenceWith({
  operation: 'deleteToken',
  shownBy: 'getCurrentEmail',
  rule: 'write-stored',
  expected: '401',
  actual: '200',
})

const four = ['createUser', 'deleteUser', 'listUsers', 'whoami'].map((operation) => accepting(operation))

test('a token that six operations accept was not ended by the one that had to', () => {
  const more = ['whois', 'listTokens'].map((operation) => accepting(operation))
  const explained = endedTokens([...four, ...more])
  expect([...explained.keys()]).toEqual([...four, ...more].map(keyOf))
  expect(endedTokens([...four, ...more.slice(1)]).size).toBe(0)
})

test('nor was one that four accept, and the scenario of the one that had to', () => {
  const explained = endedTokens([...four, own])
  expect([...explained.keys()]).toEqual([...four, own].map(keyOf))
  expect(new Set(explained.values()).size).toBe(1)
  expect(explained.get(keyOf(accepting('whoami')))).toMatchObject({
    operation: 'deleteToken',
    shownBy: 'deleteToken',
    rule: 'credentials-revoked',
    situation,
    expected: '401',
    actual: '200',
  })
})

test('three operations that accept it differ by themselves', () => {
  expect(endedTokens([...four.slice(1), own]).size).toBe(0)
})

test('four operations that accept a token which as many refuse differ by themselves', () => {
  const refusing = ['getCurrentEmail', 'globalWhoami', 'listInvites', 'whois']
  expect(endedTokens([...four, own], ...refusing).size).toBe(0)
  expect(endedTokens([...four, own], ...refusing.slice(1)).size).toBe(5)
})

test('an operation that accepts it by one scheme and refuses it by another accepts it', () => {
  expect(endedTokens([...four, own], ...four.map(({ operation }) => operation)).size).toBe(5)
})

test('one that refuses the call for another reason than the token has accepted it, too', () => {
  expect(endedTokens([...four.slice(1), accepting('createUser', '403'), own]).size).toBe(5)
})

test('another status of an operation has the same cause, and so has the scenario of the one that ends the token', () => {
  const other = accepting('whois', '201')
  const explained = endedTokens([...four, other, own])
  expect(explained.get(keyOf(other))?.operation).toBe('deleteToken')
  expect(explained.get(keyOf(own))?.operation).toBe('deleteToken')
})

test('the scenario of another operation, and another difference of the own one, are not explained', () => {
  const others = [
    differenceWith({ operation: 'logout', rule: 'write-stored', expected: '401', actual: '200' }),
    differenceWith({ operation: 'deleteToken', rule: 'write-stored', expected: '200', actual: '404' }),
    differenceWith({ operation: 'deleteToken', rule: 'role-refused', expected: '401', actual: '200' }),
    differenceWith({ operation: 'deleteToken', rule: 'write-stored', expected: '404', actual: '200' }),
    differenceWith({ operation: 'deleteToken', rule: 'write-stored', expected: '401', actual: '403' }),
    differenceWith({ operation: 'deleteToken', rule: 'write-stored', observation: 'body', expected: '401' }),
  ]
  const explained = endedTokens([...four, own, ...others])
  expect(others.filter((each) => explained.has(keyOf(each)))).toEqual([])
})

test('the operation that ends the token explains itself', () => {
  const own = accepting('deleteToken')
  expect(endedTokens([...four, own]).has(keyOf(own))).toBe(false)
})
