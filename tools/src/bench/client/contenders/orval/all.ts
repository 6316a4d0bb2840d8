import * as api from '../../generated/orval'

const options = { headers: { Authorization: 'Bearer secret' } }
const workspace = 'demo'
const username = 'ada'
const email = 'ada@example.com'
console.log(
  (await api.login({ email, password: 'secret' })).data,
  (await api.loginWithOauth('sandbox', { code: 'code', state: 'state' })).data,
  (await api.acceptInvite({ workspace_id: workspace, username }, options)).data,
  (await api.createUserGlobally({ email, password: 'secret', super_admin: false }, options)).data,
  (await api.declineInvite({ workspace_id: workspace }, options)).data,
  (await api.getCurrentEmail(options)).data,
  (await api.listUsersAsSuperAdmin({ page: 1, per_page: 30 }, options)).data,
  (await api.listWorkspaceInvites(options)).data,
  (await api.logout(options)).data,
  (await api.setPassword({ password: 'secret' }, options)).data,
  (await api.createToken({ label: 'ci' }, options)).data,
  (await api.deleteToken('Qm3vK9xTzL', options)).data,
  (await api.listTokens(options)).data,
  (await api.globalUserUpdate(email, { is_super_admin: true }, options)).data,
  (await api.globalWhoami(options)).data,
  (await api.createUser(workspace, { email, username, is_admin: false }, options)).data,
  (await api.deleteUser(workspace, username, options)).data,
  (await api.leaveWorkspace(workspace, options)).data,
  (await api.listUsers(workspace, options)).data,
  (await api.listUsernames(workspace, options)).data,
  (await api.updateUser(workspace, username, { is_admin: true }, options)).data,
  (await api.whoami(workspace, options)).data,
  (await api.whois(workspace, username, options)).data,
)
