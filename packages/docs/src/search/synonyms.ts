/** What readers call a thing, and what pages of an API call it. Each group means the same, in either direction. */
const groups: readonly (readonly string[])[] = [
  ['rate limit', 'rate limiting', 'throttling', 'too many requests', '429'],
  ['pagination', 'paging', 'paginate', 'cursor', 'offset', 'per_page', 'pages'],
  ['api key', 'apikey', 'access token', 'bearer', 'token', 'credentials', 'secret'],
  ['sign in', 'log in', 'signin', 'login', 'session'],
  ['sign out', 'log out', 'signout', 'logout'],
  ['sign up', 'signup', 'register', 'create user globally', 'account'],
  ['sso', 'single sign on', 'oauth', 'oidc', 'google'],
  ['remove', 'delete', 'revoke'],
  ['add', 'create', 'new'],
  ['edit', 'change', 'update', 'modify', 'promote', 'demote', 'make admin'],
  ['reset password', 'change password', 'setpassword'],
  ['permission', 'permissions', 'rights', 'role', 'roles', 'rbac'],
  ['unauthenticated', 'not logged in', 'unauthorized', '401'],
  ['permission denied', 'access denied', 'forbidden', '403'],
  ['invalid', 'malformed', 'bad request', '400'],
  ['validation', 'unprocessable', '422'],
  ['join', 'accept invite', 'invite'],
  ['quit', 'leave'],
  ['refuse', 'reject', 'decline'],
  ['backoff', 'retry', 'retries'],
  ['stub', 'fake', 'mock', 'msw', 'mocks'],
  ['swagger', 'openapi', 'specification', 'schema'],
  ['me', 'current user', 'whoami'],
  ['install', 'getting started', 'setup', 'quick start'],
  ['ssr', 'server components', 'next'],
  ['opentelemetry', 'otel', 'logging', 'tracing'],
  ['model', 'models', 'types', 'schemas'],
]

/** Other words for what a query names, none of which it has itself. */
export function synonymsOf(query: string): string[] {
  const written = new Set(query.toLowerCase().match(/[\p{L}\p{N}_]+/gu))
  const isWritten = (name: string) => name.split(' ').every((word) => written.has(word))
  const words = groups.filter((group) => group.some(isWritten)).flatMap((group) => group.join(' ').split(' '))
  return [...new Set(words)].filter((word) => !written.has(word))
}
