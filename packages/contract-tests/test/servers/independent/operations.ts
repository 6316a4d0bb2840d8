/** Who may call (contract, "Roles"). */
export type Role = 'anonymous' | 'user' | 'member' | 'workspace-admin' | 'super-admin'

type Row = readonly [method: string, path: string, role: Role]

const table = {
  login: ['POST', '/auth/login', 'anonymous'],
  loginWithOauth: ['POST', '/oauth/login_callback/{client_name}', 'anonymous'],
  logout: ['POST', '/users/logout', 'user'],
  getCurrentEmail: ['GET', '/users/email', 'user'],
  globalWhoami: ['GET', '/users/whoami', 'user'],
  setPassword: ['POST', '/users/setpassword', 'user'],
  createToken: ['POST', '/users/tokens/create', 'user'],
  listTokens: ['GET', '/users/tokens/list', 'user'],
  deleteToken: ['DELETE', '/users/tokens/delete/{token_prefix}', 'user'],
  listWorkspaceInvites: ['GET', '/users/list_invites', 'user'],
  acceptInvite: ['POST', '/users/accept_invite', 'user'],
  declineInvite: ['POST', '/users/decline_invite', 'user'],
  listUsers: ['GET', '/w/{workspace}/users/list', 'member'],
  listUsernames: ['GET', '/w/{workspace}/users/list_usernames', 'member'],
  whoami: ['GET', '/w/{workspace}/users/whoami', 'member'],
  whois: ['GET', '/w/{workspace}/users/whois/{username}', 'member'],
  createUser: ['POST', '/w/{workspace}/users/add', 'workspace-admin'],
  updateUser: ['POST', '/w/{workspace}/users/update/{username}', 'workspace-admin'],
  deleteUser: ['DELETE', '/w/{workspace}/users/delete/{username}', 'workspace-admin'],
  leaveWorkspace: ['POST', '/w/{workspace}/users/leave_workspace', 'member'],
  listUsersAsSuperAdmin: ['GET', '/users/list_as_super_admin', 'super-admin'],
  createUserGlobally: ['POST', '/users/create', 'super-admin'],
  globalUserUpdate: ['POST', '/users/update/{email}', 'super-admin'],
} as const satisfies Record<string, Row>

/** What a run needs beside the published operations to bring a server into a state, and what the official clients call. */
const neighbours = {
  createWorkspace: ['POST', '/workspaces/create', 'user'],
  deleteWorkspace: ['DELETE', '/w/{workspace}/workspaces/delete', 'workspace-admin'],
  inviteUser: ['POST', '/w/{workspace}/workspaces/invite_user', 'workspace-admin'],
  deleteInvite: ['POST', '/w/{workspace}/workspaces/delete_invite', 'workspace-admin'],
  listPendingInvites: ['GET', '/w/{workspace}/workspaces/list_pending_invites', 'workspace-admin'],
  deleteGlobalUser: ['DELETE', '/users/delete/{email}', 'super-admin'],
  listOauthLogins: ['GET', '/oauth/list_logins', 'anonymous'],
  startOauthLogin: ['GET', '/oauth/login/{client_name}', 'anonymous'],
  officialLogout: ['POST', '/auth/logout', 'user'],
  officialLeaveWorkspace: ['POST', '/w/{workspace}/workspaces/leave', 'member'],
  officialDeleteWorkspace: ['DELETE', '/workspaces/delete/{workspace}', 'super-admin'],
  existsWorkspace: ['POST', '/workspaces/exists', 'user'],
  listWorkspaces: ['GET', '/workspaces/list', 'user'],
  listWorkspacesAsSuperAdmin: ['GET', '/workspaces/list_as_superadmin', 'super-admin'],
  listUserWorkspaces: ['GET', '/workspaces/users', 'user'],
  getGlobal: ['GET', '/settings/global/{key}', 'user'],
} as const satisfies Record<string, Row>

export type OperationId = keyof typeof table | keyof typeof neighbours

/** The published operations and their neighbours, with method, path and role. */
export const operations: Readonly<Record<OperationId, Row>> = { ...table, ...neighbours }

/** The ids of the published ones, which a run checks where it is not asked for more. */
export const publishedOperations: readonly string[] = Object.keys(table)

/** What the segments of a path mean, before they are decoded. */
export interface Route {
  /** The operations of the path by method. */
  readonly methods: ReadonlyMap<string, OperationId>
  /** The values of the path's parameters, as they were sent. */
  readonly values: Readonly<Record<string, string>>
}

/** Finds the operations of a path below the base path. Undefined where there are none. */
export function findRoute(path: string, served: readonly OperationId[]): Route | undefined {
  const methods = new Map<string, OperationId>()
  let values = {}
  for (const id of served) {
    const [method, template] = operations[id]
    const matched = match(template, path)
    if (matched) methods.set(method, id)
    if (matched) values = matched
  }
  return methods.size === 0 ? undefined : { methods, values }
}

/** All operations that a server has where nothing is left out. */
export const everyOperation: readonly OperationId[] = namesOf(operations)

function match(template: string, path: string): Record<string, string> | undefined {
  const [names, segments] = [template.split('/'), path.split('/')]
  if (names.length !== segments.length) return undefined
  const values: Record<string, string> = {}
  for (const [place, name] of names.entries()) {
    const segment = segments[place] ?? ''
    const isParameter = name.startsWith('{')
    if (isParameter ? segment === '' : segment !== name) return undefined
    if (isParameter) values[name.slice(1, -1)] = segment
  }
  return values
}

function namesOf<Name extends string>(record: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(record) as Name[] // a literal above has no other keys
}
