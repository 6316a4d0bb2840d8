import type { OperationId } from '../generated/document/operations.ts'
import type { Handler, Reading, WritingOf } from '../handler.ts'
import { acceptInvite } from './acceptInvite.ts'
import { createToken } from './createToken.ts'
import { createUser } from './createUser.ts'
import { createUserGlobally } from './createUserGlobally.ts'
import { createWorkspace } from './createWorkspace.ts'
import { declineInvite } from './declineInvite.ts'
import { deleteGlobalUser } from './deleteGlobalUser.ts'
import { deleteInvite } from './deleteInvite.ts'
import { deleteToken } from './deleteToken.ts'
import { deleteUser } from './deleteUser.ts'
import { deleteWorkspace } from './deleteWorkspace.ts'
import { existsWorkspace } from './existsWorkspace.ts'
import { getCurrentEmail } from './getCurrentEmail.ts'
import { getGlobal } from './getGlobal.ts'
import { globalUserUpdate } from './globalUserUpdate.ts'
import { globalWhoami } from './globalWhoami.ts'
import { inviteUser } from './inviteUser.ts'
import { leaveWorkspace } from './leaveWorkspace.ts'
import { listOauthLogins } from './listOauthLogins.ts'
import { listPendingInvites } from './listPendingInvites.ts'
import { listTokens } from './listTokens.ts'
import { listUsernames } from './listUsernames.ts'
import { listUsers } from './listUsers.ts'
import { listUsersAsSuperAdmin } from './listUsersAsSuperAdmin.ts'
import { listUserWorkspaces } from './listUserWorkspaces.ts'
import { listWorkspaceInvites } from './listWorkspaceInvites.ts'
import { listWorkspaces } from './listWorkspaces.ts'
import { listWorkspacesAsSuperAdmin } from './listWorkspacesAsSuperAdmin.ts'
import { login } from './login.ts'
import { loginWithOauth } from './loginWithOauth.ts'
import { logout } from './logout.ts'
import { officialDeleteWorkspace } from './officialDeleteWorkspace.ts'
import { officialLeaveWorkspace } from './officialLeaveWorkspace.ts'
import { officialLogout } from './officialLogout.ts'
import { setPassword } from './setPassword.ts'
import { startOauthLogin } from './startOauthLogin.ts'
import { updateUser } from './updateUser.ts'
import { whoami } from './whoami.ts'
import { whois } from './whois.ts'

/** What serves each operation of the document: one too few or too many does not compile. */
export const handlers: { readonly [Id in OperationId]: Handler<Id> | Reading<Id> | WritingOf<Id> } = {
  acceptInvite,
  createToken,
  createUser,
  createUserGlobally,
  createWorkspace,
  declineInvite,
  deleteGlobalUser,
  deleteInvite,
  deleteToken,
  deleteUser,
  deleteWorkspace,
  existsWorkspace,
  getCurrentEmail,
  getGlobal,
  globalUserUpdate,
  globalWhoami,
  inviteUser,
  leaveWorkspace,
  listOauthLogins,
  listPendingInvites,
  listTokens,
  listUserWorkspaces,
  listUsernames,
  listUsers,
  listUsersAsSuperAdmin,
  listWorkspaceInvites,
  listWorkspaces,
  listWorkspacesAsSuperAdmin,
  login,
  loginWithOauth,
  logout,
  officialDeleteWorkspace,
  officialLeaveWorkspace,
  officialLogout,
  setPassword,
  startOauthLogin,
  updateUser,
  whoami,
  whois,
}
