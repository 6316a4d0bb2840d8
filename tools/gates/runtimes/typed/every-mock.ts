import { createHandlers, type OperationId } from '@windmill-user-api/msw'
import { examples, fixtures } from '@windmill-user-api/msw/fixtures'
import type { GlobalUserInfo, User } from '@windmill-user-api/types'
import { type HttpHandler, HttpResponse } from 'msw'

// Compiled, and never run: what a user may write, and, with `@ts-expect-error`, what he may not.

const handlers = createHandlers({ baseUrl: 'http://localhost:8000/api' })

/** Each operation, with a success and a failure. */
export const every: Record<OperationId, readonly HttpHandler[]> = {
  login: [handlers.login(200, { body: 'token' }), handlers.login(429, { headers: { 'Retry-After': '1' } })],
  loginWithOauth: [handlers.loginWithOauth(200), handlers.loginWithOauth(400)],
  logout: [handlers.logout(200), handlers.logout(401)],
  getCurrentEmail: [
    handlers.getCurrentEmail(200, { body: 'ada@example.com' }),
    handlers.getCurrentEmail(401),
  ],
  globalWhoami: [
    handlers.globalWhoami(200, { body: { name: null } }),
    handlers.globalWhoami(401, { once: true }),
  ],
  setPassword: [handlers.setPassword(200), handlers.setPassword(422)],
  createToken: [handlers.createToken(201), handlers.createToken(400)],
  listTokens: [handlers.listTokens(200, { body: [] }), handlers.listTokens(401)],
  deleteToken: [handlers.deleteToken(200), handlers.deleteToken(401)],
  listWorkspaceInvites: [handlers.listWorkspaceInvites(200), handlers.listWorkspaceInvites(401)],
  acceptInvite: [handlers.acceptInvite(200), handlers.acceptInvite(404)],
  declineInvite: [handlers.declineInvite(200), handlers.declineInvite(404)],
  listUsers: [handlers.listUsers(200, { delay: 300 }), handlers.listUsers(403)],
  listUsernames: [handlers.listUsernames(200, { body: ['ada'] }), handlers.listUsernames(403)],
  whoami: [handlers.whoami(200), handlers.whoami(404)],
  whois: [handlers.whois(200), handlers.whois(404, { params: { username: 'nobody' } })],
  createUser: [handlers.createUser(201), handlers.createUser(403)],
  updateUser: [handlers.updateUser(200), handlers.updateUser(404)],
  deleteUser: [handlers.deleteUser(200), handlers.deleteUser(400)],
  leaveWorkspace: [handlers.leaveWorkspace(200), handlers.leaveWorkspace(400)],
  listUsersAsSuperAdmin: [handlers.listUsersAsSuperAdmin(200), handlers.listUsersAsSuperAdmin(403)],
  createUserGlobally: [handlers.createUserGlobally(201), handlers.createUserGlobally(413)],
  globalUserUpdate: [handlers.globalUserUpdate(200), handlers.globalUserUpdate(415)],
}

export const otherWays: readonly HttpHandler[] = [
  ...handlers(),
  handlers.whois(404, { example: 'NotFoundWorkspace' }),
  handlers.whois.resolve(({ params, answer }) => answer(200, { body: { username: params.username } })),
  handlers.createUser.resolve(async ({ request, answer }) => {
    const { is_admin } = await request.json()
    return answer((is_admin satisfies boolean) ? 403 : 201)
  }),
  handlers.globalWhoami.resolve(() => HttpResponse.error()),
]

export const ada: User = fixtures.whois[200]
export const all: readonly GlobalUserInfo[] = fixtures.listUsersAsSuperAdmin[200]
export const nowhere: string = examples.whois[404].NotFoundWorkspace

/** What must not compile. */
export const mistakes = [
  // @ts-expect-error whois has no 429
  () => handlers.whois(429),
  // @ts-expect-error createUser succeeds with 201
  () => handlers.createUser(200),
  // @ts-expect-error `is_admin` is true or false
  () => handlers.whois(200, { body: { is_admin: 'yes' } }),
  // @ts-expect-error an example of 200
  () => handlers.whois(404, { example: 'UserOrdinary' }),
  // @ts-expect-error whois has no token prefix
  () => handlers.whois(404, { params: { token_prefix: 'Qm3vK9xTzL' } }),
  // @ts-expect-error a base URL is needed
  () => createHandlers({}),
  // @ts-expect-error the document has no such operation
  () => fixtures.whoAmI,
]
