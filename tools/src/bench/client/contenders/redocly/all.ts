import { client as api } from '../../generated/redocly/client'

api.configure({ serverUrl: '/api', auth: { bearer: 'secret' } })
const workspace = 'demo'
const username = 'ada'
const email = 'ada@example.com'
const inWorkspace = { path: { workspace } }
const member = { path: { workspace, username } }
console.log(
  await api.login({ body: { email, password: 'secret' } }),
  await api.loginWithOauth({ path: { client_name: 'sandbox' }, body: { code: 'code', state: 'state' } }),
  await api.acceptInvite({ body: { workspace_id: workspace, username } }),
  await api.createUserGlobally({ body: { email, password: 'secret', super_admin: false } }),
  await api.declineInvite({ body: { workspace_id: workspace } }),
  await api.getCurrentEmail(),
  await api.listUsersAsSuperAdmin({ query: { page: 1, per_page: 30 } }),
  await api.listWorkspaceInvites(),
  await api.logout(),
  await api.setPassword({ body: { password: 'secret' } }),
  await api.createToken({ body: { label: 'ci' } }),
  await api.deleteToken({ path: { token_prefix: 'Qm3vK9xTzL' } }),
  await api.listTokens(),
  await api.globalUserUpdate({ path: { email }, body: { is_super_admin: true } }),
  await api.globalWhoami(),
  await api.createUser({ ...inWorkspace, body: { email, username, is_admin: false } }),
  await api.deleteUser(member),
  await api.leaveWorkspace(inWorkspace),
  await api.listUsers(inWorkspace),
  await api.listUsernames(inWorkspace),
  await api.updateUser({ ...member, body: { is_admin: true } }),
  await api.whoami(inWorkspace),
  await api.whois(member),
)
