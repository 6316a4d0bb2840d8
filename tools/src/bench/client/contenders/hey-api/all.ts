import * as api from '../../generated/hey-api'
import { client } from '../../generated/hey-api/client.gen'

client.setConfig({ baseUrl: '/api', auth: 'secret' })
const workspace = 'demo'
const username = 'ada'
const email = 'ada@example.com'
const inWorkspace = { path: { workspace } }
const member = { path: { workspace, username } }
console.log(
  (await api.login({ body: { email, password: 'secret' } })).data,
  (await api.loginWithOauth({ path: { client_name: 'sandbox' }, body: { code: 'code', state: 'state' } }))
    .data,
  (await api.acceptInvite({ body: { workspace_id: workspace, username } })).data,
  (await api.createUserGlobally({ body: { email, password: 'secret', super_admin: false } })).data,
  (await api.declineInvite({ body: { workspace_id: workspace } })).data,
  (await api.getCurrentEmail()).data,
  (await api.listUsersAsSuperAdmin({ query: { page: 1, per_page: 30 } })).data,
  (await api.listWorkspaceInvites()).data,
  (await api.logout()).data,
  (await api.setPassword({ body: { password: 'secret' } })).data,
  (await api.createToken({ body: { label: 'ci' } })).data,
  (await api.deleteToken({ path: { token_prefix: 'Qm3vK9xTzL' } })).data,
  (await api.listTokens()).data,
  (await api.globalUserUpdate({ path: { email }, body: { is_super_admin: true } })).data,
  (await api.globalWhoami()).data,
  (await api.createUser({ ...inWorkspace, body: { email, username, is_admin: false } })).data,
  (await api.deleteUser(member)).data,
  (await api.leaveWorkspace(inWorkspace)).data,
  (await api.listUsers(inWorkspace)).data,
  (await api.listUsernames(inWorkspace)).data,
  (await api.updateUser({ ...member, body: { is_admin: true } })).data,
  (await api.whoami(inWorkspace)).data,
  (await api.whois(member)).data,
)
