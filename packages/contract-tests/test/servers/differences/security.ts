import type { Caller, Member } from '../independent/state.ts'
import { createCache } from './cache.ts'
import { type Difference, onReply, withHeaders } from './difference.ts'

const cachedRoles: ReadonlySet<string> = new Set(['listUsers', 'whoami', 'whois'])

/** Callers can do or see what they may not. */
export const security: readonly Difference[] = [
  {
    name: 'outsiders-list-usernames',
    summary: 'listUsernames lets in accounts that are not members of the workspace',
    severity: 'security',
    finding: {
      operations: ['listUsernames'],
      rule: 'role-refused',
      observation: 'status',
      expected: '403',
      actual: '200',
    },
    policy: () => ({ admitsOutsiders: (operation) => operation === 'listUsernames' }),
  },
  {
    name: 'role-cached',
    summary: 'listUsers, whoami and whois let former members in for a minute, because the role is cached',
    severity: 'security',
    finding: {
      operations: ['listUsers', 'whoami', 'whois'],
      rule: 'role-refused',
      observation: 'status',
      expected: '403',
      actual: '200',
    },
    policy: () => {
      const cache = createCache<Member>()
      return {
        member: (operation, workspace, email, look) =>
          cachedRoles.has(operation) ? cache.read(`${workspace} ${email}`, look) : look(),
      }
    },
  },
  {
    name: 'token-cached',
    summary: 'getCurrentEmail takes an ended token for a minute, if it was called with it before',
    severity: 'security',
    finding: {
      operations: ['getCurrentEmail'],
      rule: 'credentials-revoked',
      observation: 'status',
      expected: '401',
      actual: '200',
    },
    policy: () => {
      const cache = createCache<Caller>()
      return {
        caller: (operation, secret, look) =>
          operation === 'getCurrentEmail' ? cache.read(secret, look) : look(),
      }
    },
  },
  {
    name: 'password-cut-at-72',
    summary: 'login compares the first 72 bytes of a password, as bcrypt does',
    severity: 'security',
    finding: {
      operations: ['login'],
      rule: 'login-refused',
      observation: 'status',
      expected: '400',
      actual: '200',
    },
    policy: () => ({ isPassword: (stored, given) => firstBytes(stored).equals(firstBytes(given)) }),
  },
  {
    name: 'token-in-full',
    summary: 'listTokens shows each token in full',
    severity: 'security',
    finding: {
      operations: ['listTokens'],
      rule: 'no-secrets',
      observation: 'body',
      expected: 'no secret',
      actual: 'the member token',
    },
    policy: () => ({ tokenExtras: ({ secret }) => ({ token: secret }) }),
  },
  {
    name: 'oauth-state-unchecked',
    summary: 'loginWithOauth does not compare the state with the cookie of the browser',
    severity: 'security',
    finding: {
      operations: ['loginWithOauth'],
      rule: 'login-refused',
      observation: 'status',
      expected: '400',
      actual: '200',
    },
    policy: () => ({ isStateOfBrowser: () => true }),
  },
  {
    name: 'logout-keeps-token',
    summary: 'logout clears the cookie, but the token goes on working',
    severity: 'security',
    finding: {
      operations: ['logout'],
      rule: 'credentials-revoked',
      observation: 'status',
      expected: '401',
      actual: '200',
    },
    policy: () => ({ endsTokens: (operation) => operation !== 'logout' }),
  },
  {
    name: 'invite-role-from-body',
    summary: 'acceptInvite makes the invitee an admin where the body says is_admin',
    severity: 'security',
    finding: {
      operations: ['acceptInvite'],
      rule: 'body-unknown-member',
      observation: 'is_admin',
      expected: 'false',
      actual: 'true',
    },
    policy: () => ({ roleOfInvite: ({ isAdmin }, body) => isAdmin || body['is_admin'] === true }),
  },
  {
    name: 'no-same-site',
    summary: 'login sets the session cookie without SameSite',
    severity: 'security',
    finding: {
      operations: ['login'],
      rule: 'session-cookie',
      observation: 'cookie token SameSite',
      expected: 'Lax',
      actual: 'absent',
    },
    after: onReply('login', 200, (reply) =>
      withHeaders(reply, { 'Set-Cookie': reply.headers['Set-Cookie']?.replace('; SameSite=Lax', '') }),
    ),
  },
]

function firstBytes(password: string): Buffer {
  return Buffer.from(password).subarray(0, 72)
}
