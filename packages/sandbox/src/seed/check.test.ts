import { expect, test } from 'vitest'
import { checkSeed } from './check.ts'
import { exampleWorld } from './example-world.ts'
import { initialWorld } from './initial-world.ts'
import type { Seed } from './world.ts'

const now = new Date('2026-11-10T12:00:00.000Z')

const small: Seed = {
  accounts: [{ email: 'grace@example.com', password: 'nanoseconds-matter', superAdmin: true }],
  workspaces: [{ id: 'demo', name: 'Demo' }],
  members: [{ workspace: 'demo', email: 'grace@example.com', username: 'grace', isAdmin: true }],
}
const [grace] = small.accounts
const hash =
  '$argon2id$v=19$m=4096,t=3,p=1$c2FuZGJveC1zYWx0LTAwMQ$GVtd9ggUCBi56OD6QWR7u3j2WYLpMiWPm8jW8fzz0ro'
const token = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'

const messagesOf = (change: object) => checkSeed({ ...small, ...change }, now).map(({ message }) => message)

test.each([
  ['initial', initialWorld],
  ['example', exampleWorld],
  ['small', small],
  ['without workspaces', { accounts: small.accounts }],
])('finds nothing wrong with the %s one', (_name, seed) => {
  expect(checkSeed(seed, now)).toEqual([])
})

test('takes times as dates and as texts, and nothing for what may be left out', () => {
  const account = { ...grace, name: null, company: undefined, createdAt: new Date(0) }
  const tokens = [{ token, email: 'GRACE@example.com', expiration: '2027-01-01T01:00:00+01:00' }]
  expect(messagesOf({ accounts: [account], tokens })).toEqual([])
})

test.each<[string, object, string]>([
  ['no accounts', { accounts: [] }, 'accounts is empty. Expected at least one.'],
  [
    'no super admin',
    { accounts: [{ ...grace, superAdmin: false }] },
    'accounts has no super admin. Expected at least one with superAdmin: true',
  ],
  [
    'a name of another time',
    { accounts: [{ ...grace, super_admin: true }] },
    'accounts[0].super_admin is unknown. Did you mean superAdmin?',
  ],
  [
    'an unknown list',
    { groups: [] },
    'groups is unknown. Expected one of $schema, accounts, workspaces, members, invites, tokens.',
  ],
  ['a missing member', { workspaces: [{ id: 'demo' }] }, 'workspaces[0] has no name. Example: name: Demo'],
  [
    'no e-mail',
    { accounts: [{ ...grace, email: 'grace' }] },
    'accounts[0].email must be an e-mail address, and is "grace". Example: email: ada@example.com',
  ],
  [
    'a long e-mail',
    { accounts: [{ ...grace, email: `${'g'.repeat(50)}@example.com` }] },
    'accounts[0].email must be a text of at most 50 characters',
  ],
  [
    'a long name',
    { accounts: [{ ...grace, name: 'g'.repeat(31) }] },
    'of at most 30 characters, and is "ggg',
  ],
  [
    'no date',
    { accounts: [{ ...grace, createdAt: new Date(Number.NaN) }] },
    'accounts[0].createdAt must be a date and time with an offset, in the years 0001 to 9999 of UTC, and is "Invalid Date"',
  ],
  [
    'a time without an offset',
    { accounts: [{ ...grace, createdAt: '2026-11-04' }] },
    'Example: createdAt: 2026-11-04T10:15:00Z',
  ],
  [
    'a text for a boolean',
    { accounts: [{ ...grace, superAdmin: 'yes' }] },
    'accounts[0].superAdmin must be true or false, and is "yes"',
  ],
  [
    'neither a password nor its hash',
    { accounts: [{ ...grace, password: undefined }] },
    'accounts[0] has no password. Example: password: analytical-engine',
  ],
  [
    'a password and a hash',
    { accounts: [{ ...grace, passwordHash: hash }] },
    'accounts[0] has a password and a passwordHash. Expected one of them.',
  ],
  [
    'a hash of another kind',
    { accounts: [{ ...grace, password: undefined, passwordHash: '$2b$10$abcdefghijklmnopqrstuv' }] },
    'accounts[0].passwordHash must be an Argon2id hash as a PHC string, and is another text. Example: passwordHash: ',
  ],
  ...['m=8,t=1,p=2$c2FuZGJveC1zYWx0', 'm=4096,t=3,p=1$c2FuZGJveC1zY'].map(
    (part): [string, object, string] => [
      `a hash that cannot be computed (${part})`,
      {
        accounts: [
          { ...grace, password: undefined, passwordHash: `$argon2id$v=19$${part}$GVtd9ggUCBi56OD6QWR7u3j2` },
        ],
      },
      'accounts[0].passwordHash cannot be computed.',
    ],
  ),
  [
    'two accounts of an e-mail',
    { accounts: [grace, { ...grace, email: 'Grace@Example.com' }] },
    'accounts[1].email: the e-mail grace@example.com has an account already, by accounts[0].',
  ],
  [
    'an id with a space',
    { workspaces: [{ id: 'de mo', name: 'Demo' }] },
    'workspaces[0].id must be a text like ^\\w+(-\\w+)*$, and is "de mo". Example: id: demo',
  ],
  [
    'two workspaces of an id',
    { workspaces: [...(small.workspaces ?? []), { id: 'demo', name: 'Other' }] },
    'workspaces[1].id: there is a workspace demo already, by workspaces[0].',
  ],
  [
    'an owner that is nobody',
    { workspaces: [{ id: 'demo', name: 'Demo', owner: 'gracie@example.com' }] },
    'workspaces[0].owner: there is no account gracie@example.com. Did you mean grace@example.com?',
  ],
  [
    'a workspace without an admin',
    { members: [] },
    'workspaces[0] (demo) has no admin. Expected one of members to be { workspace: demo, email: grace@example.com, username: grace, isAdmin: true }',
  ],
  [
    'a member of nothing',
    { members: [{ ...small.members?.[0], workspace: 'demmo' }] },
    'members[0].workspace: there is no workspace demmo. Did you mean demo?',
  ],
  [
    'a reserved username',
    { members: [{ ...small.members?.[0], username: 'bot' }] },
    'members[0].username: bot is reserved.',
  ],
  [
    'a username twice',
    { members: [small.members?.[0], { ...small.members?.[0], email: 'ada@example.com' }] },
    'members[1].username: the username grace is taken in demo, by members[0].',
  ],
  [
    'a member twice',
    { members: [small.members?.[0], { ...small.members?.[0], username: 'hopper' }] },
    'members[1].email: grace@example.com is a member of demo already, by members[0].',
  ],
  [
    'an invite twice',
    {
      invites: [
        { workspace: 'demo', email: 'ada@example.com' },
        { workspace: 'demo', email: 'Ada@example.com' },
      ],
    },
    'invites[1].email: ada@example.com is invited to demo already, by invites[0].',
  ],
  [
    'an invite of a member',
    { invites: [{ workspace: 'demo', email: 'grace@example.com' }] },
    'invites[0].email: grace@example.com is a member of demo already.',
  ],
  [
    'an invite to nothing',
    { invites: [{ workspace: 'nothing', email: 'ada@example.com' }] },
    'invites[0].workspace: there is no workspace nothing. Expected one of demo.',
  ],
  [
    'a token of nobody',
    { tokens: [{ token, email: 'nobody@example.com' }] },
    'tokens[0].email: there is no account nobody@example.com.',
  ],
  [
    'a token twice',
    {
      tokens: [
        { token, email: 'grace@example.com' },
        { token, email: 'grace@example.com' },
      ],
    },
    'tokens[1].token: another token is the same, by tokens[0].',
  ],
  [
    'a token that is past',
    { tokens: [{ token, email: 'grace@example.com', expiration: '2026-11-10T12:00:00Z' }] },
    'tokens[0].expiration: 2026-11-10T12:00:00Z is past. Expected a time later than 2026-11-10T12:00:00.000Z, or none.',
  ],
  ['NUL', { accounts: [{ ...grace, name: 'a\0' }] }, 'accounts[0].name must be Unicode text without NUL'],
])('refuses %s', (_name, change, message) => {
  expect(messagesOf(change)).toContainEqual(expect.stringContaining(message))
})

test('tells everything at once', () => {
  expect(messagesOf({ accounts: [{ email: 'x' }, 3], tokens: 'none' })).toHaveLength(5)
})

test('repeats no password and no token', () => {
  const secret = 'a secret that is far too long '.repeat(10)
  const told = JSON.stringify(
    messagesOf({ accounts: [{ ...grace, password: secret }], tokens: [{ token: secret, email: 'x' }] }),
  )
  expect(told).toContain('accounts[0].password must be a text of at most 256 characters, and is another text')
  expect(told).not.toContain('a secret')
})

test.each([undefined, null, 3, 'world', [], [[]]])('refuses %j, which is no seed', (value) => {
  expect(checkSeed(value, now)).toHaveLength(1)
})

test('looks at no more than its own members', () => {
  const polluted = JSON.parse('{"__proto__": {"accounts": []}, "accounts": [{"constructor": 1}]}')
  expect(checkSeed(polluted, now).map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/^__proto__ is unknown/),
  )
})
