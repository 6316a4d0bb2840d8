import { describe, expect, test } from 'vitest'
import { hostCheck, isHostName } from './allow-host.ts'

const check = (header: string, host = 'localhost', allowHosts: string[] = []) =>
  hostCheck({ host, allowHosts })(header)?.message

describe('a request is taken by', () => {
  test.each([
    'localhost',
    'localhost:8000',
    'LOCALHOST.:8000',
    'app.localhost:3000',
    '127.0.0.1:8000',
    '127.1.2.3',
    '[::1]:8000',
    '[::ffff:127.0.0.1]:8000',
  ])('%s, which leads to the machine itself', (header) => expect(check(header)).toBeUndefined())

  test.each([
    ['192.0.2.7:8000', '192.0.2.7'],
    ['[2001:db8::7]:8000', '2001:db8::7'],
    ['build-3:8000', 'Build-3'],
  ])('%s, where it listens on %s', (header, host) => expect(check(header, host)).toBeUndefined())

  test.each([
    ['0.0.0.0', '192.0.2.7:8000'],
    ['::', '[2001:db8::7]:8000'],
  ])('each address, where it listens on %s', (host, header) => expect(check(header, host)).toBeUndefined())

  test.each([
    ['sandbox:8000', ['sandbox']],
    ['users.example.com', ['other.example.com', 'Users.Example.com']],
    ['anything.example', ['*']],
  ])('%s, where %j are allowed', (header, allowed) => {
    expect(check(header, 'localhost', allowed)).toBeUndefined()
  })
})

describe('a request is refused by', () => {
  test.each([
    'evil.example:8000',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evillocalhost',
    'sandbox',
    '192.0.2.7:8000',
    '0.0.0.0:8000',
    '[2001:db8::7]:8000',
  ])('%s, with how to allow it', (header) => {
    const name = header.replace(/:8000$/, '')
    expect(check(header)).toMatch(/^Forbidden: requests for the host /)
    expect(check(header)?.endsWith(` --allow-host ${name}`)).toBe(true)
  })

  test.each([
    'evil.example@localhost',
    'localhost/',
    'local host',
    '[',
    'a:b:c',
    '\xff',
    '%6cocalhost',
    '[::1',
  ])('%j, which is no host', (header) =>
    expect(check(header)).toMatch(/^Forbidden: the Host header names no host/),
  )

  test('a name, although every address is allowed', () => {
    expect(check('evil.example', '0.0.0.0')).toMatch(/^Forbidden/)
  })
})

test.each([
  ['users.example.com', true],
  ['sandbox', true],
  ['192.0.2.7', true],
  ['::1', true],
  ['[::1]', true],
  ['*', true],
  ['*.example.com', false],
  ['sandbox:8000', false],
  ['[::1]:8000', false],
  ['http://sandbox', false],
  ['', false],
])('that %j is a host to allow is %j', (text, expected) => expect(isHostName(text)).toBe(expected))
