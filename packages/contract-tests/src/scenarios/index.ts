import { type OperationId, operations } from '../generated/operations.ts'
import { acceptInvite } from './acceptInvite.ts'
import { createToken } from './createToken.ts'
import { createUser } from './createUser.ts'
import { createUserGlobally } from './createUserGlobally.ts'
import { declineInvite } from './declineInvite.ts'
import { deleteGlobalUser } from './deleteGlobalUser.ts'
import { deleteInvite } from './deleteInvite.ts'
import { deleteToken } from './deleteToken.ts'
import { deleteUser } from './deleteUser.ts'
import { getCurrentEmail } from './getCurrentEmail.ts'
import { globalUserUpdate } from './globalUserUpdate.ts'
import { inviteUser } from './inviteUser.ts'
import { leaveWorkspace } from './leaveWorkspace.ts'
import { listPendingInvites } from './listPendingInvites.ts'
import { listTokens } from './listTokens.ts'
import { listUsernames } from './listUsernames.ts'
import { listUsers } from './listUsers.ts'
import { listUsersAsSuperAdmin } from './listUsersAsSuperAdmin.ts'
import { listWorkspaceInvites } from './listWorkspaceInvites.ts'
import { login } from './login.ts'
import { loginWithOauth } from './loginWithOauth.ts'
import { logout } from './logout.ts'
import { massAssignmentOf } from './mass-assignment.ts'
import { reads } from './reads.ts'
import type { ScenarioOf } from './scenario-of.ts'
import { setPassword } from './setPassword.ts'
import { updateUser } from './updateUser.ts'
import { whoami } from './whoami.ts'
import { whois } from './whois.ts'
import { workflowsOf } from './workflows.ts'

/** What is written by hand. An operation that the document does not have does not compile. */
const written: { readonly [Id in OperationId]?: ScenarioOf } = {
  acceptInvite,
  createToken,
  createUser,
  createUserGlobally,
  declineInvite,
  deleteGlobalUser,
  deleteInvite,
  deleteToken,
  deleteUser,
  getCurrentEmail: [...getCurrentEmail, reads.getCurrentEmail],
  globalUserUpdate,
  globalWhoami: [reads.globalWhoami],
  inviteUser,
  leaveWorkspace,
  listPendingInvites,
  listTokens: [...listTokens, reads.listTokens],
  listUsernames: [...listUsernames, reads.listUsernames],
  listUsers: [...listUsers, reads.listUsers],
  listUsersAsSuperAdmin: [...listUsersAsSuperAdmin, reads.listUsersAsSuperAdmin],
  listWorkspaceInvites: [...listWorkspaceInvites, reads.listWorkspaceInvites],
  login,
  loginWithOauth,
  logout,
  setPassword,
  updateUser,
  whoami: [...whoami, reads.whoami],
  whois: [...whois, reads.whois],
}

/** What is checked of each operation beyond a single call: by hand, and by the workflows of the document. */
export const scenarios: ReadonlyMap<string, ScenarioOf> = new Map(
  Object.values(operations).map(({ id }) => [
    id,
    [...(written[id] ?? []), ...massAssignmentOf(id), ...workflowsOf(id)],
  ]),
)
