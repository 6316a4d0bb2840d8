import { parseDateTime } from '../independent/formats.ts'
import type { Reply } from '../independent/reply.ts'
import { type Difference, onReply } from './difference.ts'

function cut(reply: Reply, most: number): Reply {
  return Array.isArray(reply.body) ? { ...reply, body: reply.body.slice(0, most) } : reply
}

/** Data is lost, or is not what was sent. */
export const data: readonly Difference[] = [
  {
    name: 'create-user-fails',
    summary: 'createUser adds the member, but returns 500',
    severity: 'data',
    finding: {
      operations: ['createUser'],
      rule: 'valid-call',
      observation: 'status',
      expected: '201',
      actual: '500',
    },
    after: onReply('createUser', 201, (reply) => ({
      ...reply,
      status: 500,
      body: 'Internal: the welcome e-mail could not be sent',
    })),
  },
  {
    name: 'email-case-kept',
    summary: 'createUserGlobally keeps the case of the e-mail',
    severity: 'data',
    finding: {
      operations: ['createUserGlobally'],
      rule: 'write-stored',
      observation: 'email',
      expected: 'the same text',
      actual: 'the text in upper case',
    },
    policy: () => ({ shownEmail: (sent) => sent }),
  },
  {
    name: 'members-capped',
    summary: 'listUsers returns the first 30 members alone',
    severity: 'data',
    finding: {
      operations: ['listUsers'],
      rule: 'write-stored',
      observation: 'the number of members',
      expected: '51',
      actual: '30',
    },
    after: onReply('listUsers', 200, (reply) => cut(reply, 30)),
  },
  {
    name: 'tokens-capped',
    summary: 'listTokens returns the newest 50 tokens alone',
    severity: 'data',
    finding: {
      operations: ['listTokens'],
      rule: 'write-stored',
      observation: 'the number of tokens',
      expected: '55',
      actual: '50',
    },
    after: onReply('listTokens', 200, (reply) => cut(reply, 50)),
  },
  {
    name: 'name-normalized',
    summary: 'createUserGlobally stores a name in the normalization form C',
    severity: 'data',
    finding: {
      operations: ['createUserGlobally'],
      rule: 'text-odd',
      observation: 'name',
      expected: 'the same text',
      actual: 'the text in another Unicode normalization form',
    },
    policy: () => ({ name: (sent) => sent.normalize('NFC') }),
  },
  {
    name: 'label-trimmed',
    summary: 'createToken removes the spaces around a label',
    severity: 'data',
    finding: {
      operations: ['createToken'],
      rule: 'text-odd',
      observation: 'label',
      expected: 'the same text',
      actual: 'the text without the white space around it',
    },
    policy: () => ({ label: (sent) => sent.trim() }),
  },
  {
    name: 'offset-dropped',
    summary: 'createToken reads an expiration in any offset as UTC',
    severity: 'data',
    finding: {
      operations: ['createToken'],
      rule: 'write-stored',
      observation: 'the stored expiration',
      expected: 'the same time',
      actual: '345 minutes later',
    },
    policy: () => ({
      expiration: (sent) => parseDateTime(sent.replace(/[+-]\d\d:\d\d$/, 'Z')) ?? new Date(0),
    }),
  },
  {
    name: 'null-demotes',
    summary: 'updateUser takes an absent or null is_admin for false',
    severity: 'data',
    finding: {
      operations: ['updateUser'],
      rule: 'write-scope',
      observation: 'is_admin',
      expected: 'true',
      actual: 'false',
    },
    policy: () => ({ roleAfterUpdate: (_member, sent) => sent === true }),
  },
  {
    name: 'username-case-ignored',
    summary: 'whois finds a member by a username in another case',
    severity: 'data',
    finding: {
      operations: ['whois'],
      rule: 'path-unknown',
      observation: 'status',
      expected: '404',
      actual: '200',
    },
    policy: () => ({ username: (value) => value.toLowerCase() }),
  },
]
