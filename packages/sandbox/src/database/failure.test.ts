import { expect, test } from 'vitest'
import { explainDirectory, explainPostgres, isUnavailable } from './failure.ts'

const failure = (message: string, code?: string) => Object.assign(new Error(message), code && { code })

test.each([
  failure('connect ECONNREFUSED', 'ECONNREFUSED'),
  failure('the disk is full', '53100'),
  failure('the database system is starting up', '57P03'),
  failure('deadlock detected', '40P01'),
  failure('Connection terminated unexpectedly'),
  failure('Client has encountered a connection error and is not queryable'),
  failure('Query read timeout'),
])('a request may succeed later after: $message', (error) => {
  expect(isUnavailable(error)).toBe(true)
})

test.each([failure('duplicate key', '23505'), failure('a mistake'), 'text', undefined])(
  'a request fails again after: %s',
  (error) => {
    expect(isUnavailable(error)).toBe(false)
  },
)

test('a lock that somebody holds is told as such', () => {
  const explained = explainPostgres(
    failure('canceling statement due to lock timeout', '55P03'),
    'postgres://db/sandbox',
  )
  expect(String(explained)).toMatch(/somebody holds a lock on its tables in the PostgreSQL at db/)
})

test('an explanation repeats no password', () => {
  const url = 'postgres://ada:secret@db.example.com/sandbox'
  for (const code of [
    'ECONNREFUSED',
    'ENOTFOUND',
    '28P01',
    '3D000',
    '42501',
    '53300',
    '55P03',
    '57014',
    '57P03',
  ]) {
    const explained = explainPostgres(failure('refused', code), url)
    expect(String(explained)).toMatch(/^DatabaseFailure: .*(db\.example\.com|sandbox)/)
    expect(String(explained)).not.toContain('secret')
  }
})

test('what is explained already is not explained again', () => {
  const url = 'postgres://localhost/sandbox'
  const explained = explainPostgres(failure('Query read timeout'), url)
  expect(String(explained)).toBe(
    'DatabaseFailure: the PostgreSQL at localhost cannot be used: Query read timeout',
  )
  expect(explainPostgres(explained, url)).toBe(explained)
})

test('what is not about the database stays as it is', () => {
  const error = failure('a mistake')
  expect(explainPostgres(error, 'postgres://localhost/sandbox')).toBe(error)
})

test.each([
  [failure('no space', 'ENOSPC'), 'the disk is full. A sandbox needs about 15 MB'],
  [{ name: 'ErrnoError', errno: 51 }, 'the disk is full'],
  [failure('read-only', 'EROFS'), 'its disk is read-only'],
  [failure('a mistake'), 'a mistake'],
  [{ errno: 1000 }, 'PGlite does not say why'],
])('a directory that cannot be used is told with its reason (%j)', (error, reason) => {
  expect(String(explainDirectory(error, 'here', 'filled'))).toContain(
    `DatabaseFailure: the directory here cannot be filled: ${reason}`,
  )
})
