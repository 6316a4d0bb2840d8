import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

const operations = ['createUser', 'deleteUser', 'listUsers', 'whoami', 'whois']

test.each([
  ['listuser', 'listUsers'],
  ['WHOAMI', 'whoami'],
  ['createUsers', 'createUser'],
  ['deletUser', 'deleteUser'],
  ['who', 'whois'],
])('%s was probably meant to be %s', (name, meant) => {
  expect(nearest(name, operations)).toBe(`Did you mean "${meant}"?`)
})

test('names all values if none is similar', () => {
  expect(nearest('logout', operations)).toBe(
    'Expected one of createUser, deleteUser, listUsers, whoami, whois.',
  )
})

test('counts a letter that is added, removed or changed as one', () => {
  expect(nearest('logn', ['lo', 'logins', 'login'])).toBe('Did you mean "login"?')
  expect(nearest('loogin', ['logout', 'lg', 'login'])).toBe('Did you mean "login"?')
  expect(nearest('lugin', ['lu', 'plugins', 'login'])).toBe('Did you mean "login"?')
  expect(nearest('abc', ['abcde', 'abcdef'])).toBe('Did you mean "abcde"?')
  expect(nearest('abc', ['abcdef'])).toBe('Expected one of abcdef.')
  expect(nearest('abcdef', ['abc'])).toBe('Expected one of abc.')
})

test('takes the first of two that are equally near', () => {
  expect(nearest('whoi', ['whom', 'whos'])).toBe('Did you mean "whom"?')
})
