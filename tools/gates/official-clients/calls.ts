import { expect } from 'vitest'
import type { Person, Scene } from './scene.ts'

/** A call of the official client, and how it is known to have worked. */
export interface OfficialCall {
  readonly service: 'UserService' | 'WorkspaceService' | 'OauthService' | 'SettingService'
  readonly name: string
  /** The operation of the document that the call reaches. */
  readonly operation: string
  /** Whose token it sends. Default: none. */
  readonly as?: Person
  /** Headers that a browser would send by itself. */
  readonly headers?: (scene: Scene) => Promise<Readonly<Record<string, string>>>
  /** What the function takes. */
  readonly takes?: object | ((scene: Scene) => Promise<object>)
  readonly returns: unknown
  /** A request that shows what the call has done: `GET /users/email` of somebody, and its response. */
  readonly effect?: readonly [line: string, as: Person, expected: unknown]
}

const token = expect.stringMatching(/^[A-Za-z0-9]{32}$/)
const text = expect.stringMatching(/./)
const invite = { email: 'katherine@example.com', is_admin: false, operator: false }
const gone = { status: 404 }

const users: readonly Omit<OfficialCall, 'service'>[] = [
  {
    name: 'login',
    operation: 'login',
    takes: { requestBody: { email: 'ada@example.com', password: 'analytical-engine' } },
    returns: token,
  },
  {
    name: 'loginWithOauth',
    operation: 'loginWithOauth',
    headers: async (scene) => ({ Cookie: (await scene.comeBackFromProvider()).cookie }),
    takes: async (scene) => {
      const { code, state } = await scene.comeBackFromProvider()
      return { clientName: 'sandbox', requestBody: { code, state } }
    },
    returns: token,
  },
  {
    name: 'logout',
    operation: 'officialLogout',
    as: 'ada',
    returns: text,
    effect: ['GET /users/email', 'ada', { status: 401 }],
  },
  { name: 'getCurrentEmail', operation: 'getCurrentEmail', as: 'ada', returns: 'ada@example.com' },
  { name: 'globalWhoami', operation: 'globalWhoami', as: 'ada', returns: { email: 'ada@example.com' } },
  {
    name: 'setPassword',
    operation: 'setPassword',
    as: 'ada',
    takes: { requestBody: { password: 'difference-engine' } },
    returns: text,
  },
  {
    name: 'createToken',
    operation: 'createToken',
    as: 'ada',
    takes: { requestBody: { label: 'deploy', expiration: '2036-01-01T00:00:00Z' } },
    returns: token,
    effect: [
      'GET /users/tokens/list',
      'ada',
      { body: expect.arrayContaining([expect.objectContaining({ label: 'deploy' })]) },
    ],
  },
  {
    name: 'listTokens',
    operation: 'listTokens',
    as: 'ada',
    takes: { excludeEphemeral: true },
    returns: [{ label: 'ci' }],
  },
  {
    name: 'deleteToken',
    operation: 'deleteToken',
    as: 'ada',
    takes: { tokenPrefix: 'Qm3vK9xTzL' },
    returns: text,
    effect: ['GET /users/email', 'ada', { status: 401 }],
  },
  {
    name: 'listWorkspaceInvites',
    operation: 'listWorkspaceInvites',
    as: 'ada',
    returns: [{ workspace_id: 'starter', email: 'ada@example.com' }],
  },
  {
    name: 'acceptInvite',
    operation: 'acceptInvite',
    as: 'ada',
    takes: { requestBody: { workspace_id: 'starter', username: 'ada' } },
    returns: text,
    effect: ['GET /w/starter/users/whoami', 'ada', { body: { username: 'ada' } }],
  },
  {
    name: 'declineInvite',
    operation: 'declineInvite',
    as: 'ada',
    takes: { requestBody: { workspace_id: 'starter' } },
    returns: text,
    effect: ['GET /users/list_invites', 'ada', { body: [] }],
  },
  {
    name: 'listUsers',
    operation: 'listUsers',
    as: 'ada',
    takes: { workspace: 'demo' },
    returns: [{ username: 'ada' }, { username: 'admin' }, { username: 'grace' }],
  },
  {
    name: 'listUsernames',
    operation: 'listUsernames',
    as: 'ada',
    takes: { workspace: 'demo' },
    returns: ['ada', 'admin', 'grace'],
  },
  {
    name: 'whoami',
    operation: 'whoami',
    as: 'ada',
    takes: { workspace: 'demo' },
    returns: { username: 'ada' },
  },
  {
    name: 'whois',
    operation: 'whois',
    as: 'ada',
    takes: { workspace: 'demo', username: 'grace' },
    returns: { email: 'grace@example.com' },
  },
  {
    name: 'createUser',
    operation: 'createUser',
    as: 'grace',
    takes: {
      workspace: 'demo',
      requestBody: { email: 'katherine@example.com', username: 'katherine', is_admin: false },
    },
    returns: text,
  },
  {
    name: 'updateUser',
    operation: 'updateUser',
    as: 'grace',
    takes: { workspace: 'demo', username: 'ada', requestBody: { is_admin: true } },
    returns: text,
    effect: ['GET /w/demo/users/whoami', 'ada', { body: { is_admin: true } }],
  },
  {
    name: 'deleteUser',
    operation: 'deleteUser',
    as: 'grace',
    takes: { workspace: 'demo', username: 'ada' },
    returns: text,
    effect: ['GET /w/demo/users/whoami', 'ada', { status: 403 }],
  },
  {
    name: 'listUsersAsSuperAdmin',
    operation: 'listUsersAsSuperAdmin',
    as: 'admin',
    takes: { page: 2, perPage: 2 },
    returns: [{ email: 'grace@example.com' }, { email: 'katherine@example.com' }],
  },
  {
    name: 'createUserGlobally',
    operation: 'createUserGlobally',
    as: 'admin',
    takes: { requestBody: { email: 'alan@example.com', password: 'enigma-decoded', super_admin: false } },
    returns: text,
    effect: [
      'GET /users/list_as_super_admin?per_page=100',
      'admin',
      {
        body: expect.arrayContaining([expect.objectContaining({ email: 'alan@example.com' })]),
      },
    ],
  },
  {
    name: 'globalUserUpdate',
    operation: 'globalUserUpdate',
    as: 'admin',
    takes: { email: 'grace@example.com', requestBody: { is_super_admin: true } },
    returns: text,
    effect: ['GET /users/whoami', 'grace', { body: { super_admin: true } }],
  },
  {
    name: 'globalUserDelete',
    operation: 'deleteGlobalUser',
    as: 'admin',
    takes: { email: 'katherine@example.com' },
    returns: text,
    effect: ['GET /users/email', 'katherine', { status: 401 }],
  },
]

const workspaces: readonly Omit<OfficialCall, 'service'>[] = [
  {
    name: 'leaveWorkspace',
    operation: 'officialLeaveWorkspace',
    as: 'ada',
    takes: { workspace: 'demo' },
    returns: text,
    effect: ['GET /w/demo/users/whoami', 'ada', { status: 403 }],
  },
  {
    name: 'createWorkspace',
    operation: 'createWorkspace',
    as: 'grace',
    takes: { requestBody: { id: 'analytics', name: 'Analytics', username: 'grace' } },
    returns: text,
    effect: ['GET /w/analytics/users/whoami', 'grace', { body: { is_admin: true } }],
  },
  {
    name: 'deleteWorkspace',
    operation: 'officialDeleteWorkspace',
    as: 'admin',
    takes: { workspace: 'demo' },
    returns: text,
    effect: ['GET /w/demo/users/list', 'admin', gone],
  },
  {
    name: 'inviteUser',
    operation: 'inviteUser',
    as: 'grace',
    takes: { workspace: 'demo', requestBody: invite },
    returns: text,
    effect: ['GET /users/list_invites', 'katherine', { body: [{ workspace_id: 'demo' }] }],
  },
  {
    name: 'listPendingInvites',
    operation: 'listPendingInvites',
    as: 'admin',
    takes: { workspace: 'starter' },
    returns: [{ email: 'ada@example.com' }],
  },
  {
    name: 'deleteInvite',
    operation: 'deleteInvite',
    as: 'admin',
    takes: { workspace: 'starter', requestBody: { ...invite, email: 'ada@example.com' } },
    returns: text,
    effect: ['GET /users/list_invites', 'ada', { body: [] }],
  },
  {
    name: 'existsWorkspace',
    operation: 'existsWorkspace',
    as: 'katherine',
    takes: { requestBody: { id: 'demo' } },
    returns: true,
  },
  { name: 'listWorkspaces', operation: 'listWorkspaces', as: 'ada', returns: [{ id: 'demo' }] },
  {
    name: 'listUserWorkspaces',
    operation: 'listUserWorkspaces',
    as: 'ada',
    returns: { email: 'ada@example.com', workspaces: [{ id: 'demo', username: 'ada' }] },
  },
  {
    name: 'listWorkspacesAsSuperAdmin',
    operation: 'listWorkspacesAsSuperAdmin',
    as: 'admin',
    takes: { page: 1, perPage: 100 },
    returns: [{ id: 'demo' }, { id: 'starter' }],
  },
]

/** Every function for this API, and for what the document marks as internal beside it. */
export const officialCalls: readonly OfficialCall[] = [
  ...users.map((call) => ({ service: 'UserService' as const, ...call })),
  ...workspaces.map((call) => ({ service: 'WorkspaceService' as const, ...call })),
  {
    service: 'OauthService',
    name: 'listOauthLogins',
    operation: 'listOauthLogins',
    returns: expect.anything(),
  },
  {
    service: 'SettingService',
    name: 'getGlobal',
    operation: 'getGlobal',
    as: 'ada',
    takes: { key: 'automate_username_creation' },
    returns: false,
  },
]
