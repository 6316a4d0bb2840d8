import { text } from '../independent/reply.ts'
import { type Difference, onReply, withHeaders } from './difference.ts'

/** The operations that take a body or a query, and so can refuse one that breaks its schema. */
const checked = [
  ...['login', 'loginWithOauth', 'setPassword', 'createToken', 'acceptInvite', 'declineInvite', 'createUser'],
  ...['updateUser', 'listUsersAsSuperAdmin', 'createUserGlobally', 'globalUserUpdate'],
]

/** Clients that keep to the document fail. */
export const client: readonly Difference[] = [
  {
    name: 'create-token-200',
    summary: 'createToken returns 200',
    severity: 'client',
    finding: {
      operations: ['createToken'],
      rule: 'valid-call',
      observation: 'status',
      expected: '201',
      actual: '200',
    },
    after: onReply('createToken', 201, (reply) => ({ ...reply, status: 200 })),
  },
  {
    name: 'set-password-201',
    summary: 'setPassword returns 201',
    severity: 'client',
    finding: {
      operations: ['setPassword'],
      rule: 'valid-call',
      observation: 'status',
      expected: '200',
      actual: '201',
    },
    after: onReply('setPassword', 200, (reply) => ({ ...reply, status: 201 })),
  },
  {
    name: 'oauth-login-cacheable',
    summary: 'loginWithOauth returns a token without Cache-Control: no-store',
    severity: 'client',
    finding: {
      operations: ['loginWithOauth'],
      rule: 'valid-call',
      observation: 'header Cache-Control',
      expected: 'present',
      actual: 'absent',
    },
    after: onReply('loginWithOauth', 200, (reply) => withHeaders(reply, { 'Cache-Control': undefined })),
  },
  {
    name: 'verified-number',
    summary: 'globalWhoami returns verified as a number',
    severity: 'client',
    finding: {
      operations: ['globalWhoami'],
      rule: 'valid-call',
      observation: 'body /verified',
      expected: 'a boolean',
      actual: 'a number',
    },
    after: onReply('globalWhoami', 200, (reply) => ({
      ...reply,
      body: { ...Object(reply.body), verified: 1 },
    })),
  },
  {
    name: 'unprocessable-as-html',
    summary: 'a 422 has the media type text/html',
    severity: 'client',
    finding: {
      operations: checked,
      rule: 'error-body',
      observation: 'header Content-Type',
      expected: 'text/plain',
      actual: 'text/html',
    },
    after: (reply) => (reply.status === 422 ? withHeaders(reply, { 'Content-Type': 'text/html' }) : reply),
  },
  {
    name: 'label-in-code-units',
    summary: 'createToken counts the UTF-16 code units of a label, so that 26 emoji are too long',
    severity: 'client',
    finding: {
      operations: ['createToken'],
      rule: 'limit-value',
      observation: 'status',
      expected: '201',
      actual: '422',
    },
    policy: () => ({ isLongLabel: (sent) => sent.length > 50 }),
  },
  {
    name: 'large-page-clamped',
    summary: 'listUsersAsSuperAdmin takes a per_page above 100 for 100',
    severity: 'client',
    finding: {
      operations: ['listUsersAsSuperAdmin'],
      rule: 'query-value',
      observation: 'status',
      expected: '422',
      actual: '200',
    },
    policy: () => ({ sizeOutOfRange: (size) => (size > 100 ? 100 : undefined) }),
  },
  {
    name: 'page-in-32-bits',
    summary: 'listUsersAsSuperAdmin refuses a page beyond 32 bits, instead of returning no accounts',
    severity: 'client',
    finding: {
      operations: ['listUsersAsSuperAdmin'],
      rule: 'paging',
      observation: 'status',
      expected: '200',
      actual: '422',
    },
    policy: () => ({ isPage: (page) => page >= 1 && page < 2 ** 32 }),
  },
  {
    name: 'plus-is-space',
    summary: 'globalUserUpdate reads a + in its path as a space',
    severity: 'client',
    finding: {
      operations: ['globalUserUpdate'],
      rule: 'path-encoding',
      observation: 'status',
      expected: '200',
      actual: '404',
    },
    policy: () => ({
      encodedValue: (operation, value) =>
        operation === 'globalUserUpdate' ? value.replaceAll('+', ' ') : value,
    }),
  },
  {
    name: 'delete-token-404',
    summary: 'deleteToken returns 404 where no token has the prefix',
    severity: 'client',
    finding: {
      operations: ['deleteToken'],
      rule: 'path-odd',
      observation: 'status',
      expected: '200',
      actual: '404',
    },
    after: onReply('deleteToken', 200, (reply) =>
      String(reply.body).startsWith('deleted 0') ? text(404, 'Not found: there is no such token') : reply,
    ),
  },
]
