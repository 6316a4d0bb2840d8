import { describe, expect, test } from 'vitest'
import { differenceWith } from '../../test/report.ts'
import type { Rule } from '../document/rule.ts'
import { endedByCall, type Observation } from '../expect/observation.ts'
import { withoutContext } from './context.ts'
import { keyOf } from './difference.ts'
import { explain } from './explain.ts'

type Parts = Partial<Observation>

/** The place in the list of the cause of each: its own where nothing explains it. */
function causesOf(...parts: readonly Parts[]): readonly number[] {
  const differences = parts.map((each) => differenceWith(each))
  const explanations = explain(differences)
  const causeOf = differences.map((each) => explanations.get(keyOf(each))?.cause)
  return causeOf.map((cause) => (cause ? differences.indexOf(cause) : -1))
}

/** Whether the first difference explains itself, on a server where this operation has never responded. */
function isOwnCause(silent: string, ...parts: readonly Parts[]): boolean {
  const differences = parts.map((each) => differenceWith(each))
  const [first] = differences
  const hasResponded = (operation: string) => operation !== silent
  return (
    first !== undefined &&
    explain(differences, { ...withoutContext, hasResponded }).get(keyOf(first))?.cause === first
  )
}

/** Whether the check that met the first difference was kept from its own by what explains it. */
function isBlocked(...parts: readonly Parts[]): boolean | undefined {
  const differences = parts.map((each) => differenceWith(each))
  const [first] = differences
  return first && explain(differences).get(keyOf(first))?.isBlocked
}

test('a difference without an explanation is its own cause', () => {
  expect(causesOf({}, { operation: 'deleteUser' }, { observation: 'header Allow' })).toEqual([0, 1, 2])
})

describe('an operation that a valid call breaks', () => {
  test('explains every call that it fails with the same status', () => {
    expect(
      causesOf(
        { actual: '500' },
        { rule: 'role-refused', expected: '403', actual: '500' },
        { rule: 'setup', expected: '201', actual: '500' },
        { rule: 'role-refused', expected: '403', actual: '201' },
      ),
    ).toEqual([0, 0, 0, 3])
  })

  test('does not explain that it accepts what it should refuse', () => {
    expect(
      causesOf({ actual: '200' }, { rule: 'credentials-missing', expected: '401', actual: '200' }),
    ).toEqual([0, 1])
  })

  test('explains the same wrong success in every call that should succeed', () => {
    expect(causesOf({ actual: '200' }, { rule: 'role-allowed', actual: '200' })).toEqual([0, 0])
  })

  test('explains calls to which no response comes by one to which none comes', () => {
    const connection = { observation: 'connection', expected: 'a response', actual: 'refuses the connection' }
    expect(causesOf(connection, { ...connection, rule: 'role-refused' }, { actual: '500' })).toEqual([
      0, 0, 2,
    ])
  })

  test('explains a call whose demand allows the same status', () => {
    const either: Parts = { rule: 'once-at-once', expected: '201 or 400', actual: '200' }
    expect(causesOf({ actual: '200' }, either)).toEqual([0, 0])
  })

  test('explains that none of several calls succeeds', () => {
    const none: Parts = {
      rule: 'once-at-once',
      observation: 'successes of identical concurrent calls',
      expected: '1',
      actual: 'none',
    }
    expect(causesOf({ actual: '500' }, none)).toEqual([0, 0])
    expect(causesOf({ actual: '500' }, { ...none, actual: 'several' })).toEqual([0, 1])
  })

  test('explains no difference in anything but the status', () => {
    const header: Parts = { rule: 'role-refused', observation: 'header Age', expected: '1', actual: '500' }
    expect(causesOf({ actual: '500' }, header)).toEqual([0, 1])
  })

  test('explains nothing of another operation', () => {
    expect(causesOf({ actual: '500' }, { operation: 'deleteUser', rule: 'setup', actual: '500' })).toEqual([
      0, 1,
    ])
  })
})

describe('the same thing under two rules', () => {
  test('is explained by the earlier one, where it is no status', () => {
    const header = { observation: 'header Allow', expected: 'the methods of the path', actual: 'absent' }
    expect(causesOf({ ...header, rule: 'method-edges' }, { ...header, rule: 'method-not-allowed' })).toEqual([
      1, 1,
    ])
  })

  test.each<[Rule, Rule]>([
    ['credentials-missing', 'credentials-revoked'],
    ['credentials-unknown', 'credentials-order'],
    ['path-unknown', 'path-odd'],
    ['body-member-null', 'any-invalid'],
    ['duplicate-refused', 'once-at-once'],
    ['role-refused', 'write-refused'],
    ['write-stored', 'workflow'],
    ['path-unknown', 'others-untouched'],
    ['write-scope', 'used-once'],
  ])('with a status %s explains %s', (cause, consequence) => {
    const common = { expected: '422', actual: '200' }
    expect(causesOf({ ...common, rule: consequence }, { ...common, rule: cause })).toEqual([1, 1])
  })

  test.each<[Rule, Rule]>([
    ['role-refused', 'credentials-missing'],
    ['body-type', 'body-member-null'],
    ['credentials-revoked', 'credentials-missing'],
    ['any-invalid', 'body-type'],
  ])('with a status %s does not explain %s', (other, own) => {
    const common = { expected: '422', actual: '200' }
    expect(causesOf({ ...common, rule: own }, { ...common, rule: other })[0]).toBe(0)
  })

  test('in two workflows, or a slow operation, does not explain itself', () => {
    const common = { expected: '422', actual: '200' }
    expect(causesOf({ ...common, rule: 'workflow' }, { ...common, rule: 'prompt' })[0]).toBe(0)
  })

  test('is two things where the status is another one', () => {
    const missing: Parts = { rule: 'credentials-missing', expected: '401', actual: '200' }
    expect(causesOf(missing, { ...missing, rule: 'credentials-revoked', actual: '500' })).toEqual([0, 1])
  })

  test('is not explained by what chance met', () => {
    const common = { observation: 'body /email', expected: 'a string', actual: 'null' }
    expect(causesOf({ ...common, rule: 'any-valid' }, { ...common, rule: 'write-stored' })).toEqual([0, 1])
  })
})

test('a chain is followed to its first cause', () => {
  const common = { expected: '401', actual: '200' }
  expect(
    causesOf(
      { ...common, rule: 'workflow' },
      { ...common, rule: 'credentials-revoked' },
      { ...common, rule: 'credentials-unknown' },
      { ...common, rule: 'credentials-missing' },
    ),
  ).toEqual([3, 3, 3, 3])
})

describe('a call with two flaws', () => {
  test.each<[string, Rule]>([
    ['401', 'credentials-missing'],
    ['403', 'role-refused'],
    ['404', 'path-unknown'],
    ['415', 'body-media-type'],
    ['422', 'body-type'],
  ])('is explained where the flaw of %s is not refused alone: %s', (expected, rule) => {
    const order: Parts = { rule: 'check-order', expected, actual: '201' }
    // Alone it is refused otherwise, too.
    expect(causesOf(order, { rule, expected, actual: '200' })).toEqual([1, 1])
  })

  test('is a cause of its own where that flaw is refused alone', () => {
    const order: Parts = { rule: 'check-order', expected: '401', actual: '422' }
    expect(causesOf(order, { rule: 'role-refused', expected: '403', actual: '200' })).toEqual([0, 1])
  })
})

test('who is let in learns what exists: that is no second difference', () => {
  const alike: Parts = {
    rule: 'workspace-unknown',
    observation: 'status, whether it exists or not',
    expected: 'the same',
    actual: '200 if it exists, 403 if not',
  }
  expect(causesOf(alike, { rule: 'role-refused', expected: '403', actual: '200' })).toEqual([1, 1])
  expect(causesOf(alike, { rule: 'credentials-missing', expected: '401', actual: '200' })).toEqual([0, 1])
})

describe('what is read back through another operation', () => {
  const readBack: Parts = {
    operation: 'createUser',
    shownBy: 'whois',
    rule: 'write-stored',
    observation: 'the account /email',
    expected: 'the same text',
    actual: 'absent',
  }

  test('is explained by the same property missing from its valid calls', () => {
    const email = { observation: 'body /email', expected: 'present', actual: 'absent' }
    expect(causesOf(readBack, { ...email, operation: 'whois' })).toEqual([1, 1])
    expect(causesOf(readBack, { ...email, operation: 'whois', observation: 'body /name' })).toEqual([0, 1])
    expect(causesOf(readBack, { ...email, operation: 'listUsers' })).toEqual([0, 1])
    expect(causesOf(readBack, { ...email, operation: 'whois', rule: 'order' })).toEqual([0, 1])
  })

  test('is explained by a body that cannot be read at all, or a response that does not come', () => {
    const body = { observation: 'body', expected: 'JSON', actual: 'a body that does not parse' }
    expect(causesOf(readBack, { ...body, operation: 'whois' })).toEqual([1, 1])
    const connection = { observation: 'connection', expected: 'a response', actual: 'breaks the body off' }
    expect(causesOf(readBack, { ...connection, operation: 'whois' })).toEqual([1, 1])
  })

  test('is explained by the status with which the other one fails', () => {
    const status: Parts = { ...readBack, observation: 'status', expected: '200', actual: '500' }
    expect(causesOf(status, { operation: 'whois', expected: '204', actual: '500' })).toEqual([1, 1])
    expect(causesOf(status, { operation: 'whois', expected: '200', actual: '404' })).toEqual([0, 1])
  })

  test('is explained by what the other one does wrong under a rule of its own', () => {
    const status: Parts = { ...readBack, observation: 'status', expected: '404', actual: '200' }
    const own: Parts = { operation: 'whois', rule: 'path-unknown', expected: '404', actual: '200' }
    expect(causesOf(status, own)).toEqual([1, 1])
  })
})

test('a condition of a workflow is explained by the body of the response that it looks at', () => {
  const condition: Parts = {
    operation: 'createUser',
    shownBy: 'whois',
    rule: 'workflow',
    observation: '$response.body#/0/username',
    expected: 'the same text',
    actual: 'absent',
  }
  const body: Parts = { observation: 'body /email', expected: 'present', actual: 'absent' }
  expect(causesOf(condition, { ...body, operation: 'whois' })).toEqual([1, 1])
  expect(causesOf(condition, { ...body, operation: 'login' })).toEqual([0, 1])
  expect(causesOf(condition, { ...body, operation: 'createUser' })).toEqual([0, 1])
  expect(causesOf(condition, { ...body, operation: 'whois', observation: 'header Link' })).toEqual([0, 1])
  expect(causesOf({ ...condition, rule: 'write-stored' }, { ...body, operation: 'whois' })[0]).toBe(0)
})

describe('a check is kept from its own', () => {
  const readBack: Parts = {
    shownBy: 'whois',
    rule: 'write-stored',
    observation: 'the account /email',
    expected: 'the same text',
    actual: 'absent',
  }

  test('by what it reads back through, where that is broken', () => {
    const body: Parts = { operation: 'whois', observation: 'body', expected: 'JSON', actual: 'no body' }
    expect(isBlocked(readBack, body)).toBe(true)
    expect(isBlocked(readBack)).toBe(false)
  })

  test('by a call that it needs, or to which no response comes', () => {
    expect(isBlocked({ rule: 'setup', actual: '500' })).toBe(true)
    expect(isBlocked({ observation: 'connection', expected: 'a response', actual: 'resets' })).toBe(true)
  })

  test('not where what it looks at is the same thing as elsewhere', () => {
    const status: Parts = { ...readBack, observation: 'status', expected: '404', actual: '200' }
    const own: Parts = { operation: 'whois', rule: 'path-unknown', expected: '404', actual: '200' }
    expect(isBlocked(status, own)).toBe(false)
  })

  test('not by what its own operation does wrong', () => {
    expect(isBlocked({ rule: 'role-refused', expected: '403', actual: '500' }, { actual: '500' })).toBe(false)
  })
})

test('a login that accepts a wrong password accepts an odd one, and counts no failure', () => {
  const accepted: Parts = { operation: 'login', rule: 'login-refused', expected: '400', actual: '200' }
  const others = (['text-odd', 'no-secrets', 'login-limit'] as const).map((rule) => ({ ...accepted, rule }))
  expect(causesOf(accepted, ...others)).toEqual([0, 0, 0, 0])
  expect(causesOf({ ...accepted, actual: '500' }, ...others)).toEqual([0, 1, 2, 3])
})

describe('a server that fails here and there', () => {
  const passing = (operation: string): Parts => ({
    ...{ operation, rule: 'transient', observation: 'status' },
    ...{ expected: 'no failure in passing', actual: '502 in passing' },
  })

  test('explains what failed in the same way several times in a row', () => {
    const failures = ['login', 'logout', 'whoami', 'whois'].map(passing)
    const refusal: Parts = { operation: 'createUser', rule: 'text-odd', expected: '422', actual: '502' }
    expect(causesOf(...failures, refusal).at(-1)).toBe(0)
    expect(causesOf(...failures.slice(1), refusal).at(-1)).toBe(3)
    expect(causesOf(...failures, { ...refusal, actual: '500' }).at(-1)).toBe(4)
  })

  test('does not explain an operation that has never responded', () => {
    const failures = ['login', 'whoami', 'whois', 'listUsers'].map(passing)
    const failure: Parts = { operation: 'logout', expected: '200', actual: '502' }
    expect(isOwnCause('logout', failure, ...failures)).toBe(true)
    expect(isOwnCause('deleteUser', failure, ...failures)).toBe(false)
  })
})

test('a workflow goes wrong by what one of the operations that it has called does wrong', () => {
  const broken: Parts = { operation: 'getCurrentEmail', rule: 'workflow', expected: '401', actual: '200' }
  const after = { ...broken, shownBy: 'getCurrentEmail', after: ['login', 'logout'] }
  const spared: Parts = { operation: 'logout', rule: 'write-stored', expected: '401', actual: '200' }
  expect(causesOf(after, spared)).toEqual([1, 1])
  expect(causesOf(after, { ...spared, operation: 'deleteToken' })).toEqual([0, 1])
  expect(causesOf(after, { ...spared, rule: 'method-not-allowed' })).toEqual([0, 1])
})

test('an item that is not found is explained by the property that its list leaves out', () => {
  const list: Parts = {
    operation: 'listUsers',
    observation: 'body /2/email',
    expected: 'a text',
    actual: 'absent',
  }
  const sought: Parts = {
    operation: 'acceptInvite',
    shownBy: 'listUsers',
    rule: 'once-at-once',
    observation: 'items of listUsers with the email looked for',
    expected: 'one',
    actual: 'none',
  }
  expect(causesOf(sought, list)).toEqual([1, 1])
  expect(causesOf(sought, { ...list, observation: 'body /2/role' })).toEqual([0, 1])
})

test('a body that breaks its schema explains what is read back from it', () => {
  const reading = { operation: 'getCurrentEmail', shownBy: 'getCurrentEmail' }
  expect(
    causesOf(
      { ...reading, observation: 'body', expected: 'at most 50 characters', actual: 'a longer text' },
      { ...reading, rule: 'write-stored', observation: 'the e-mail', actual: 'another text' },
    ),
  ).toEqual([0, 0])
})

describe('an operation that ends tokens which it has to leave alone', () => {
  const ending: Parts = {
    operation: 'getCurrentEmail',
    rule: 'read-only',
    observation: endedByCall.own,
    expected: 'goes on to work',
    actual: 'ended',
  }
  const refused = (acceptedBy: readonly string[] | undefined, parts: Parts = {}): Parts => ({
    actual: '401',
    exchange: {
      operation: 'createUser',
      request: { method: 'POST', url: 'http://localhost/api', headers: {}, body: undefined },
      response: { status: 401, headers: new Headers(), text: '' },
      ...(acceptedBy && { acceptedBy: new Set(acceptedBy) }),
    },
    ...parts,
  })

  test('explains the refusal of a token that it accepted before', () => {
    expect(causesOf(ending, refused(['whoami', 'getCurrentEmail']))).toEqual([0, 0])
  })

  test('does not explain another refusal', () => {
    const others = [
      refused(['whoami']),
      refused(undefined, { operation: 'deleteUser' }),
      refused(['getCurrentEmail'], { operation: 'listUsers', expected: '401 or 403' }),
      refused(['getCurrentEmail'], { operation: 'listTokens', observation: 'header Allow' }),
    ]
    expect(causesOf(ending, ...others)).toEqual([0, 1, 2, 3, 4])
  })

  test('explains the refusal of sessions that it opened where it is the login', () => {
    const login: Parts = {
      ...ending,
      operation: 'login',
      rule: 'write-scope',
      observation: endedByCall.earlier,
    }
    expect(causesOf(login, refused(['login']), refused(['whoami'], { operation: 'deleteUser' }))).toEqual([
      0, 0, 2,
    ])
  })
})
