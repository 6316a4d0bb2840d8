import type { Handler, OpenCall } from '../call.ts'
import type { OperationId } from '../operations.ts'
import * as accounts from './accounts.ts'
import * as invites from './invites.ts'
import * as members from './members.ts'
import { listOauthLogins, loginWithOauth, startOauthLogin } from './oauth.ts'
import { login, logout, setPassword } from './sessions.ts'
import { createToken, deleteToken, listTokens } from './tokens.ts'
import * as workspaces from './workspaces.ts'

/** The operations that need no credentials. */
export const openHandlers = {
  login,
  loginWithOauth,
  listOauthLogins,
  startOauthLogin,
} satisfies Partial<Record<OperationId, Handler<OpenCall>>>

type OpenOperation = keyof typeof openHandlers

/** All others: one too few or too many does not compile. */
export const handlers: Readonly<Record<Exclude<OperationId, OpenOperation>, Handler>> = {
  logout,
  getCurrentEmail: accounts.getCurrentEmail,
  globalWhoami: accounts.globalWhoami,
  setPassword,
  createToken,
  listTokens,
  deleteToken,
  listWorkspaceInvites: invites.listWorkspaceInvites,
  acceptInvite: invites.acceptInvite,
  declineInvite: invites.declineInvite,
  listUsers: members.listUsers,
  listUsernames: members.listUsernames,
  whoami: members.whoami,
  whois: members.whois,
  createUser: members.createUser,
  updateUser: members.updateUser,
  deleteUser: members.deleteUser,
  leaveWorkspace: members.leaveWorkspace,
  listUsersAsSuperAdmin: accounts.listUsersAsSuperAdmin,
  createUserGlobally: accounts.createUserGlobally,
  globalUserUpdate: accounts.globalUserUpdate,
  createWorkspace: workspaces.createWorkspace,
  deleteWorkspace: workspaces.deleteWorkspace,
  inviteUser: invites.inviteUser,
  deleteInvite: invites.deleteInvite,
  listPendingInvites: invites.listPendingInvites,
  deleteGlobalUser: accounts.deleteGlobalUser,
  officialLogout: logout,
  officialLeaveWorkspace: members.leaveWorkspace,
  officialDeleteWorkspace: workspaces.officialDeleteWorkspace,
  existsWorkspace: workspaces.existsWorkspace,
  listWorkspaces: workspaces.listWorkspaces,
  listWorkspacesAsSuperAdmin: workspaces.listWorkspacesAsSuperAdmin,
  listUserWorkspaces: workspaces.listUserWorkspaces,
  getGlobal: workspaces.getGlobal,
}

/** Whether an operation needs no credentials. */
export function isOpen(operation: OperationId): operation is OpenOperation {
  return operation in openHandlers
}
