import { describe, expect, test } from 'vitest'
import { endedByCall } from '../expect/observation.ts'
import { type Titled, titleOf } from './title.ts'

function title(parts: Partial<Titled>): string {
  return titleOf({
    rule: 'valid-call',
    observation: 'status',
    expected: '200',
    actual: '500',
    situations: [],
    operations: 1,
    ...parts,
  })
}

test.each([
  [endedByCall.own, 'ends the token that it is called with'],
  [endedByCall.earlier, 'ends the earlier sessions of the account'],
])('tells of %s that a call has ended', (observation, expected) => {
  expect(title({ rule: 'write-scope', observation, expected: 'goes on to work', actual: 'ended' })).toBe(
    expected,
  )
})

describe('a status', () => {
  test.each<[Partial<Titled>, string]>([
    [{}, 'returns 500 instead of 200 for a valid call'],
    [
      { rule: 'credentials-missing', expected: '401', actual: '200' },
      'accepts a call without credentials (200, not 401)',
    ],
    [
      { rule: 'credentials-missing', expected: '401', actual: '403' },
      'returns 403 instead of 401 for a call without credentials',
    ],
    [
      { rule: 'path-encoding', expected: '400', actual: '404' },
      'returns 404 instead of 400 for malformed percent-encoding',
    ],
    [
      { rule: 'path-encoding', actual: '404', situations: ['a plus sign'] },
      'returns 404 instead of 200 for a path value with valid percent-encoding: a plus sign',
    ],
    [{ rule: 'duplicate-refused', expected: '400', actual: '201' }, 'returns 201 instead of 400'],
    [
      { rule: 'transient', expected: 'no failure in passing', actual: '502 in passing' },
      'returns 502 in passing',
    ],
    [
      { rule: 'role-refused', expected: '403 or 404', actual: '204' },
      'accepts a caller without the role (204, not 403 or 404)',
    ],
  ])('of %j', (parts, expected) => {
    expect(title(parts)).toBe(expected)
  })

  test('names three situations at most, and counts the others', () => {
    const common = { rule: 'body-member-type', expected: '422', actual: '200' } as const
    expect(title({ ...common, situations: ['email', 'username'] })).toBe(
      'accepts a value of the wrong type (200, not 422): email; username',
    )
    expect(title({ ...common, situations: ['a', 'b', 'c', 'd', 'e'] })).toBe(
      'accepts a value of the wrong type (200, not 422): a; b; c and 2 more',
    )
    expect(title({ ...common, situations: [''] })).toBe('accepts a value of the wrong type (200, not 422)')
  })
})

test.each<[Partial<Titled>, string]>([
  [
    { observation: 'connection', expected: 'a response', actual: 'breaks the body off' },
    'breaks the body off',
  ],
  [
    { observation: 'header Retry-After', expected: 'present', actual: 'absent' },
    'omits the Retry-After header',
  ],
  [
    { observation: 'header Content-Type', expected: 'application/json', actual: 'text/html' },
    'sends Content-Type: text/html, expected application/json',
  ],
  [{ observation: 'body /0/email', expected: 'present', actual: 'absent' }, 'omits the property /0/email'],
  [
    { observation: 'body /0/email', expected: 'a string', actual: 'null' },
    'returns null at /0/email, expected a string',
  ],
  [{ observation: 'body', expected: 'JSON', actual: 'no body' }, 'returns no body, expected JSON'],
  [
    {
      observation: 'the members /0/is_admin',
      expected: 'true',
      actual: 'false',
      situations: ['after an update'],
    },
    'differs in the members /0/is_admin: false, expected true: after an update',
  ],
])('of %j', (parts, expected) => {
  expect(title(parts)).toBe(expected)
})

test.each([
  [{ observation: 'header Allow', expected: 'present', actual: 'absent' }, 'omit the Allow header'],
  [{}, 'return 500 instead of 200 for a valid call'],
  [{ observation: 'connection', actual: 'resets the connection' }, 'reset the connection'],
])('of several operations for %j', (parts, expected) => {
  expect(title({ ...parts, operations: 3 })).toBe(expected)
})
