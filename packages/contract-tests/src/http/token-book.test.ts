import { expect, test } from 'vitest'
import type { Exchange, SentRequest } from './exchange.ts'
import { createRoleBook } from './token-book.ts'

const adminEmail = 'admin@windmill.dev'
const given = [
  { role: 'super-admin', email: adminEmail },
  { role: 'user', token: 'given' },
] as const

function request(headers: Readonly<Record<string, string>> = {}, body?: string): SentRequest {
  return { method: 'POST', url: 'http://localhost:8000/api', headers, body }
}

function answered(operation: string, sent: SentRequest, text: string, status = 200): Exchange {
  return { operation, request: sent, response: { status, headers: new Headers(), text } }
}

function loginOf(email: string, token: string): Exchange {
  return answered('login', request({}, JSON.stringify({ email, password: 'x' })), token)
}

const bearer = (token: string) => request({ authorization: `Bearer ${token}` })

test.each([
  [adminEmail, 'super-admin'],
  ['contract-3f6c1c1e-1-user@example.com', 'user'],
  ['contract-3f6c1c1e-12-workspace-admin@example.com', 'workspace-admin'],
  ['contract-abcdefghijkl-1234-workspace-a@example.com', 'workspace-admin'],
  ['contract-3f6c1c1e-7-super-admin@example.com', 'super-admin'],
  ['contract-3f6c1c1e-7-companion@example.com', 'other'],
  ['ada@example.com', 'other'],
] as const)('who logs in as %s calls as %s from then on', (email, role) => {
  const book = createRoleBook(given)
  expect(book.roleOf(bearer('first'))).toBe('nobody')
  book.learn(loginOf(email, 'first'))
  expect(book.roleOf(bearer('first'))).toBe(role)
  expect(book.roleOf(request({ cookie: 'other=1; token=first' }))).toBe(role)
})

test('a bearer token counts before the cookie', () => {
  const book = createRoleBook(given)
  book.learn(loginOf(adminEmail, 'first'))
  expect(book.roleOf(request({ authorization: 'Bearer unknown', cookie: 'token=first' }))).toBe('nobody')
})

test('a token belongs to whoever made it', () => {
  const book = createRoleBook(given)
  book.learn(loginOf('contract-3f6c1c1e-1-member@example.com', 'session'))
  book.learn(answered('createToken', bearer('session'), 'made', 201))
  expect(book.roleOf(bearer('made'))).toBe('member')
})

test('a token of an OAuth login belongs to an account of a check', () => {
  const book = createRoleBook(given)
  book.learn(answered('loginWithOauth', request(), 'session'))
  expect(book.roleOf(bearer('session'))).toBe('other')
})

test('a refused login makes nobody known', () => {
  const book = createRoleBook(given)
  book.learn(answered('login', request({}, `{"email":"${adminEmail}"}`), 'Bad request: Invalid login', 400))
  expect(book.roleOf(bearer('Bad request: Invalid login'))).toBe('nobody')
  expect(book.opened()).toEqual([])
})

test('all sessions of an account are known, and nobody else’s', () => {
  const book = createRoleBook(given)
  book.learn(loginOf(adminEmail, 'first'))
  book.learn(loginOf('contract-3f6c1c1e-1-user@example.com', 'other'))
  book.learn(loginOf(adminEmail, 'second'))
  expect(book.opened()).toEqual(['first', 'second'])
})

test('knows the tokens that it has opened for a token that was given, and leaves that one alone', () => {
  const book = createRoleBook(given)
  book.learn(answered('createToken', request({ authorization: 'Bearer given' }), 'made', 201))
  book.learn(answered('createToken', request({ authorization: 'Bearer made' }), 'again', 201))
  book.learn(answered('createToken', request({ authorization: 'Bearer other' }), 'unrelated', 201))
  expect(book.roleOf(request({ authorization: 'Bearer again' }))).toBe('user')
  expect(book.opened()).toEqual(['made', 'again'])
})
