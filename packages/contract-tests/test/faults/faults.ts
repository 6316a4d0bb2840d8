import type { Fault, Serve } from './fault.ts'
import { body, headers, instead, lenient, open, status, text } from './operators.ts'
import { ruleFaults } from './rule-faults.ts'
import { stateFaults } from './state-faults.ts'

interface Member {
  email?: string
  username?: string
  created_at?: string
  is_admin?: unknown
}

/** Faults of every class that the checks are made for. `adminToken` opens doors. */
export function faults(adminToken: () => Promise<string>): readonly Fault[] {
  return [
    ...shape,
    ...statuses,
    ...headerFaults,
    ...access(adminToken),
    ...input,
    ...robustness,
    ...stateFaults,
    ...ruleFaults,
  ]
}

const shape: readonly Fault[] = [
  {
    what: 'leaves a required member out',
    operation: 'whoami',
    rule: 'valid-call',
    serve: body(({ email: _email, ...rest }: Member) => rest),
  },
  {
    what: 'leaves a required member out of the last item alone',
    operation: 'listUsers',
    rule: 'valid-call',
    serve: body((users: Member[]) =>
      users.map((user, index) => (index === users.length - 1 ? { ...user, username: undefined } : user)),
    ),
  },
  {
    what: 'writes a boolean as a string',
    operation: 'globalWhoami',
    rule: 'valid-call',
    serve: body((info: object) => ({ ...info, super_admin: 'false' })),
  },
  {
    what: 'writes times in a format of its own',
    operation: 'listTokens',
    rule: 'valid-call',
    serve: body((tokens: object[]) => tokens.map((token) => ({ ...token, created_at: '23.11.2026' }))),
  },
  {
    what: 'puts a list into an envelope',
    operation: 'listUsernames',
    rule: 'valid-call',
    serve: body((items: string[]) => ({ items })),
  },
  {
    what: 'shows a hash in a member that nobody declared',
    operation: 'globalWhoami',
    rule: 'no-secrets',
    serve: body((info: object) => ({ ...info, hash: 'abc' })),
  },
  {
    what: 'quotes a raw text',
    operation: 'getCurrentEmail',
    rule: 'valid-call',
    serve: text((email) => JSON.stringify(email)),
  },
  {
    what: 'breaks off its JSON',
    operation: 'whois',
    rule: 'valid-call',
    serve: text((json) => json.slice(0, -3)),
  },
  {
    what: 'does not name its subject',
    operation: 'createUser',
    rule: 'valid-call',
    serve: text(() => 'done'),
  },
  {
    what: 'lists nothing',
    operation: 'listWorkspaceInvites',
    rule: 'valid-call',
    serve: body(() => []),
  },
]

const statuses: readonly Fault[] = [
  {
    what: 'answers 200 instead of 201',
    operation: 'createToken',
    rule: 'valid-call',
    serve: status(201, 200),
  },
  { what: 'answers 400 instead of 404', operation: 'whois', rule: 'path-unknown', serve: status(404, 400) },
  {
    what: 'answers 400 instead of 422',
    operation: 'acceptInvite',
    rule: 'body-member-missing',
    serve: status(422, 400),
  },
  {
    what: 'answers 500 instead of 400',
    operation: 'setPassword',
    rule: 'body-malformed',
    serve: status(400, 500),
  },
  {
    what: 'answers 404 instead of 405',
    operation: 'logout',
    rule: 'method-not-allowed',
    serve: status(405, 404),
  },
  {
    what: 'answers 401 instead of 403',
    operation: 'updateUser',
    rule: 'role-refused',
    serve: status(403, 401),
  },
  {
    what: 'hides a workspace from a super admin',
    operation: 'listUsers',
    rule: 'workspace-unknown',
    serve: status(404, 403),
  },
]

const headerFaults: readonly Fault[] = [
  {
    what: 'sets no cookie',
    operation: 'login',
    rule: 'valid-call',
    serve: headers(200, (fields) => fields.delete('set-cookie')),
  },
  {
    what: 'sets a cookie that scripts can read',
    operation: 'login',
    rule: 'valid-call',
    serve: headers(200, (fields) =>
      fields.set('set-cookie', (fields.get('set-cookie') ?? '').replace('; HttpOnly', '')),
    ),
  },
  {
    what: 'lets a token be cached',
    operation: 'createToken',
    rule: 'valid-call',
    serve: headers(201, (fields) => fields.set('cache-control', 'max-age=60')),
  },
  {
    what: 'calls JSON a page',
    operation: 'listTokens',
    rule: 'valid-call',
    serve: headers(200, (fields) => fields.set('content-type', 'text/html')),
  },
  {
    what: 'does not say which methods are allowed',
    operation: 'whoami',
    rule: 'method-not-allowed',
    serve: headers(405, (fields) => fields.delete('allow')),
  },
  {
    what: 'writes an error as JSON',
    operation: 'deleteUser',
    rule: 'path-unknown',
    serve: headers(404, (fields) => fields.set('content-type', 'application/json')),
  },
]

function access(adminToken: () => Promise<string>): readonly Fault[] {
  const anybody = open(adminToken, 401)
  const anyRole = open(adminToken, 403)
  return [
    {
      what: 'needs no credentials',
      operation: 'getCurrentEmail',
      rule: 'credentials-missing',
      serve: unless('authorization', anybody),
    },
    { what: 'takes any token', operation: 'globalWhoami', rule: 'credentials-unknown', serve: anybody },
    {
      what: 'takes a malformed token',
      operation: 'declineInvite',
      rule: 'credentials-malformed',
      serve: anybody,
    },
    {
      what: 'does not end the token',
      operation: 'logout',
      rule: 'credentials-revoked',
      seenIn: 'listTokens',
      serve: instead(loggedOut),
    },
    {
      what: 'does not delete the token',
      operation: 'deleteToken',
      rule: 'credentials-revoked',
      seenIn: 'whois',
      serve: keepToken,
    },
    {
      what: 'does not take the cookie',
      operation: 'createUser',
      rule: 'credentials-accepted',
      serve: withoutCookie,
    },
    {
      what: 'lets a member do what an admin may',
      operation: 'createUser',
      rule: 'role-refused',
      serve: anyRole,
    },
    {
      what: 'lets everybody see all accounts',
      operation: 'listUsersAsSuperAdmin',
      rule: 'role-refused',
      serve: anyRole,
    },
    {
      what: 'lets everybody promote himself',
      operation: 'globalUserUpdate',
      rule: 'role-refused',
      serve: anyRole,
    },
    { what: 'lets strangers in', operation: 'listUsers', rule: 'role-refused', serve: anyRole },
  ]
}

const input: readonly Fault[] = [
  {
    what: 'fills in a missing password',
    operation: 'createUserGlobally',
    rule: 'body-member-missing',
    serve: lenient((sent) => ({ password: 'default', ...sent })),
  },
  {
    what: 'takes null for false',
    operation: 'createUserGlobally',
    rule: 'body-member-null',
    serve: lenient((sent) => ({ ...sent, super_admin: sent['super_admin'] ?? false })),
  },
  {
    what: 'takes a string for a boolean',
    operation: 'updateUser',
    rule: 'body-member-type',
    serve: lenient((sent) => ({ ...sent, is_admin: sent['is_admin'] === 'true' ? true : sent['is_admin'] })),
  },
  {
    what: 'cuts off what is too long',
    operation: 'acceptInvite',
    rule: 'body-member-value',
    serve: lenient((sent) => ({
      ...sent,
      username: typeof sent['username'] === 'string' ? sent['username'].slice(0, 50) : sent['username'],
    })),
  },
  {
    what: 'refuses a member that it does not know',
    operation: 'createToken',
    rule: 'body-unknown-member',
    serve: async (request, send) => {
      const sent = await request.clone().text()
      if (!sent.includes('not_in_the_schema')) return send(request)
      return new Response('Unprocessable: an unknown member', {
        status: 422,
        headers: { 'content-type': 'text/plain' },
      })
    },
  },
  {
    what: 'guesses that a text is JSON',
    operation: 'setPassword',
    rule: 'body-media-type',
    serve: (request, send) => {
      const fields = new Headers(request.headers)
      fields.set('content-type', 'application/json')
      return send(new Request(request, { headers: fields }))
    },
  },
  {
    what: 'ignores a query that is out of range',
    operation: 'listUsersAsSuperAdmin',
    rule: 'query-value',
    serve: (request, send) => send(new Request(request.url.split('?', 1)[0] ?? '', request)),
  },
]

const robustness: readonly Fault[] = [
  {
    what: 'fails where others depend on it',
    operation: 'createWorkspace',
    rule: 'stage',
    seenIn: 'listUsers',
    serve: instead(
      () => new Response('Internal: oops', { status: 500, headers: { 'content-type': 'text/plain' } }),
    ),
  },
  {
    what: 'drops the connection',
    operation: 'whois',
    rule: 'valid-call',
    serve: () => Promise.reject(new TypeError('fetch failed', { cause: new Error('other side closed') })),
  },
  {
    what: 'explains an error over several lines',
    operation: 'getCurrentEmail',
    rule: 'error-body',
    serve: async (request, send) => {
      const response = await send(request)
      if (response.status !== 405) return response
      return new Response('Method not allowed: sorry\n  at Router.match', response)
    },
  },
]

function loggedOut(): Response {
  return new Response('logged out', { status: 200, headers: { 'content-type': 'text/plain' } })
}

/** Answers as if, and deletes nothing. */
const keepToken: Serve = async () =>
  new Response('deleted', { status: 200, headers: { 'content-type': 'text/plain' } })

/** Looks at the cookie of no request. */
const withoutCookie: Serve = (request, send) => {
  const fields = new Headers(request.headers)
  fields.delete('cookie')
  return send(new Request(request, { headers: fields }))
}

/** Only for requests without this header. */
function unless(header: string, serve: Serve): Serve {
  return (request, send) => (request.headers.has(header) ? send(request) : serve(request, send))
}
